import Messages
import ArgumentParser
import Glibc
import Luban
import Tabular

/// What all listings and reports share: which rows, which columns, in what form, where to.
struct ListingOptions: ParsableArguments {
  @OptionGroup var connection: ConnectionOptions

  @Option(
    help: ArgumentHelp(
      "Form of the output, else what the name of the file ends in.",
      valueName: "table|csv|json|jsonl|xlsx|html|md|pdf"))
  var format: OutputFormat?

  @Option(
    help: ArgumentHelp(
      "Columns, in this order, separated by commas; all for every one there is.", valueName: "a,b|all"),
    completion: Completing.columns())
  var columns: String?

  @Flag(name: [.customShort("x"), .long], help: "Show each row of a table as a block, a line a column.")
  var expanded = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Columns to sort by; a dash in front for falling order.", valueName: "a,-b"),
    completion: Completing.columns(signed: true))
  var sort: String?

  @Option(help: "At most so many rows; 0 for all. A table shows 100 unless told.")
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Only rows behind the one with this key (the last column sorted by).", valueName: "key"))
  var after: String?

  @OptionGroup var spreadsheet: SpreadsheetOptions

  @OptionGroup var paging: PagingOptions

  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to a file instead of stdout.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError(saying: "--limit is a number from 0 on.") }
    try spreadsheet.check(chosenFormat)
    try OutputFormat.check(output, format: format, isListing: true)
    if expanded, chosenFormat != .table { throw ValidationError(saying: "--expanded goes with a table.") }
  }

  private var isForExcel: Bool { spreadsheet.excel == true }

  /// The form that was asked for.
  var chosenFormat: OutputFormat {
    format ?? output.flatMap(OutputFormat.init(ofFile:))
      ?? (isForExcel || spreadsheet.separator != nil ? .csv : .table)
  }

  /// Whether it is a page, with what it tells beside the rows.
  var isPage: Bool { OutputFormat.pages.contains(chosenFormat) }

  /// Whether it is a table on a screen, below which there may be talk.
  var isTable: Bool { chosenFormat == .table }

  /// Whether people read it: a table, a workbook, CSV for Excel.
  ///
  /// - Parameter form: the one where none is asked for.
  func isForPeople(as form: OutputFormat = .table) -> Bool {
    let format = format == nil && isTable ? form : chosenFormat
    return format.isForPeople || isForExcel
  }

  /// Those of a sheet for Excel: all its rows as CSV or a workbook, to a file or stdout.
  static func sheet(to output: String?, _ spreadsheet: SpreadsheetOptions) -> ListingOptions {
    var options = ListingOptions()
    options.format = output.flatMap(OutputFormat.init(ofFile:)) ?? .csv
    options.columns = nil
    options.expanded = false
    options.sort = nil
    options.limit = 0
    options.after = nil
    options.spreadsheet = spreadsheet
    options.output = output
    return options
  }

  private static func words(_ list: String?) -> [String]? {
    list?.split(separator: ",").map(String.init)
  }

  /// The columns that were asked for; `nil` where none were.
  private func wanted(of listing: Listing) -> [String]? {
    if columns == "all" { return listing.columns.map(\.name) }
    return Self.words(columns)?.map { Self.named($0, in: listing) }
  }

  /// The columns by which rows are to be ordered, a dash before those in falling order.
  private func order(of listing: Listing) -> [String] {
    (Self.words(sort) ?? []).map { word in
      word.hasPrefix("-")
        ? "-" + Self.named(String(word.dropFirst()), in: listing) : Self.named(word, in: listing)
    }
  }

  /// The page of a listing that was asked for.
  func page(of listing: Listing) -> Page {
    Page(
      sort: order(of: listing), limit: limit == 0 ? nil : limit, after: after, columns: wanted(of: listing),
      isForExcel: isForExcel)
  }

  /// The name of a column, which a heading of the reader's language means as well.
  static func named(_ asked: String, in listing: Listing) -> String { named(asked, in: listing.columns) }

  /// The same among columns.
  static func named(_ asked: String, in columns: [Column]) -> String {
    if columns.contains(where: { $0.name == asked }) { return asked }
    let headed = columns.first { TextColumn($0).heading(in: Speech.catalog) == asked }
    // What lists of people call the name of a person.
    let other = ["name": "full_name", "full_name": "name"][asked]
    return headed?.name ?? columns.first { $0.name == other }?.name ?? asked
  }

  /// Writes the rows of a listing in the form asked for.
  ///
  /// - Parameters:
  ///   - form: the one where none is asked for.
  ///   - sheet: what it is sent back as, if it is.
  ///   - story: what a page tells beside the rows.
  func write(
    _ listing: Listing, of office: Office, as form: OutputFormat = .table,
    sentBackAs sheet: ImportForm? = nil, story: () async throws -> PageStory = { PageStory() }
  ) async throws {
    if form != .table, format == nil, chosenFormat == .table {
      var options = self
      options.format = form
      return try await options.write(listing, of: office, sentBackAs: sheet, story: story)
    }
    var page = page(of: listing)
    let file = try output.map { try OutputFile(path: $0) }
    let sink = file?.sink ?? .standardOutput()
    do {
      switch chosenFormat {
      case .table:
        page.columns = page.columns ?? listing.columns.filter(\.isShown).map(\.name)
        try await writeTable(listing, page, of: office, to: sink)
      case .csv, .json, .jsonl, .xlsx:
        try await writeRows(listing, page, of: office, to: sink, as: sheet)
      case .html, .md, .pdf:
        _ = try await writePage(listing, page, of: office, story(), to: sink)
      }
      try sink.flush()
      try file?.commit()
      if let output { Talk.say("Wrote \(output).") }
    } catch {
      file?.discard()
      throw error
    }
  }

  private func writeTable(_ listing: Listing, _ page: Page, of office: Office, to sink: ByteSink) async throws
  {
    let most = limit == 0 ? nil : limit ?? 100
    var page = page
    page.limit = most.map { $0 + 1 }
    let (columns, rows) = try await office.table(of: listing, page)
    let shown = most.map { Array(rows.prefix($0)) } ?? rows
    let table = TextTable(columns: columns.map(TextColumn.init), rows: shown)
    let screen = TableScreen(
      table, output == nil ? Terminal.style : .plain, key: listing.order.last,
      sort: page.sort.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 }, keepsAll: self.columns != nil,
      isExpanded: expanded)
    if output == nil {
      try Pager.show(screen.lines, unless: paging.noPager)
      screen.sayWhatIsLeftOut()
    } else {
      try sink.write(lines: screen.lines)
    }
    if rows.count > shown.count {
      let key = listing.order.last.flatMap { key in
        page.columns?.firstIndex(of: key).flatMap { shown.last?[$0] }
      }
      let next: Message = key.map { ", --after \($0) for the next" } ?? ""
      Talk.say("There are more than \(count: shown.count, "row"): --limit 0 for all\(next).")
    } else if rows.isEmpty {
      Talk.say("Nothing found.")
    }
  }

  /// Writes rows in a form for programs or spreadsheets.
  ///
  /// - Parameters:
  ///   - sheet: what they are sent back as, if they are.
  ///   - telling: told how many they were, and the SHA-256 of what they are; what it makes of that gets a
  ///     sheet of its own in a workbook.
  func writeRows(
    _ listing: Listing, _ page: Page, of office: Office, to sink: ByteSink, as sheet: ImportForm? = nil,
    telling: ((_ rows: Int, _ sha256: String) -> ManifestSheet)? = nil
  ) async throws {
    let columns =
      chosenFormat == .xlsx ? try await office.columns(of: listing, page) : try listing.columns(of: page)
    let writer = try RowWriter(
      chosenFormat, sink, isForExcel: isForExcel, delimiter: spreadsheet.separator, columns: columns,
      of: sheet, isTold: telling != nil)
    let isText = chosenFormat == .csv || chosenFormat == .xlsx
    let count = try await office.copy(
      listing, page, as: isText ? .csv : .jsonLines, delimiter: spreadsheet.separator ?? .comma
    ) {
      try writer.write($0)
    }
    try writer.finish { sha256 in telling?(count, sha256) }
  }
}

/// A command that lists rows.
protocol ListingCommand: OfficeCommand {
  /// The form where none is asked for.
  static var form: OutputFormat { get }
  var listing: ListingOptions { get }
  func rows(of office: Office) async throws -> Listing
  /// What a page tells beside the rows.
  func story(of office: Office) async throws -> PageStory
  /// What is said below a table.
  var remark: Message? { get }
}

extension ListingCommand {
  static var form: OutputFormat { .table }
  var connection: ConnectionOptions { listing.connection }
  var isForPeople: Bool { listing.isForPeople(as: Self.form) }

  func story(of office: Office) async throws -> PageStory { PageStory(of: Self.self) }

  var remark: Message? { nil }

  func run(_ office: Office) async throws {
    try await listing.write(try await rows(of: office), of: office, as: Self.form) {
      try await story(of: office)
    }
    if let remark, listing.isTable { Talk.say(remark) }
  }
}

extension TextColumn {
  init(_ column: Column) {
    self.init(
      column.name, column.kind == .number ? .trailing : .leading, words: column.words, of: column.listing,
      isChief: column.isChief)
  }
}
