import Luban
import Messages
import Tabular

/// A report on its way into a file: a command in which everything is said that its bytes depend on.
///
/// Whoever asks for a report says it by its options and by what surrounds them: the language, the workshop of
/// the environment, the day, the time. All of it is put into words first, and the file is made from these
/// words; so it is made the same way again.
struct ReportMaking {
  let manifest: ReportManifest
  private let command: any ReportingCommand
  private let rows: Listing
  private let office: Office

  /// The day and the time for which a report is made that names none.
  struct Times {
    var asOf = Day.today
    var knownAt: String?
    /// Whether the time is that of a report which names another, too.
    var isForAll = false
  }

  /// Puts into words what a command was given.
  init(
    _ typed: any ReportingCommand, to path: String?, on office: Office, usually usual: Times = Times()
  ) async throws {
    var given = GivenOptions(typed)
    if given["workshop"].isEmpty {
      given["workshop"] = WorkshopOptions.ofEnvironment.map { [$0.description] } ?? []
    }
    let day = given["as-of"].first.flatMap { Day($0) } ?? usual.asOf
    var asOf = try await office.actualDay(
      day, at: given["workshop"].first.map { WorkshopCode($0) },
      of: given["cohort"].first.map { CohortCode($0) })
    if !given["publish"].isEmpty, day == .today { asOf = ReportFigureOptions.lastMonthEnd(asOf) }
    let named = usual.isForAll ? nil : given["known-at"].first
    let knownAt = try await office.settled(at: named ?? usual.knownAt).iso
    given["as-of"] = [asOf.description]
    given["known-at"] = [knownAt]
    given["format"] = [typed.listing.chosenFormat.rawValue]
    given["delimiter"] = typed.listing.spreadsheet.separator.map { [$0.name] } ?? []
    for name in ["dsn", "timeout", "retry-for", "no-pager", "output"] { given[name] = [] }
    typed.name(&given, of: office)

    let start = ["report", type(of: typed)._commandName]
    let end = typed.isForPeople ? ["--lang", Speech.catalog.language.rawValue] : []
    let place = path.map { ["--output", $0] } ?? []
    guard
      let command = try await TypedDays.parse(start + given.words + place, by: office)
        as? any ReportingCommand
    else { throw ReportFault.noReport }
    rows = try await command.rows(of: office)
    let page = command.listing.page(of: rows)
    if !given["columns"].isEmpty { given["columns"] = page.columns.map { [$0.joined(separator: ",")] } ?? [] }
    if !page.sort.isEmpty { given["sort"] = [page.sort.joined(separator: ",")] }

    var filters = given
    for name in GivenOptions(typed.listing).names + ["as-of", "known-at", "header"] { filters[name] = [] }
    var manifest = ReportManifest(
      report: type(of: typed)._commandName, command: ShellWords.joined(["luban"] + start + given.words + end),
      filters: ShellWords.joined(filters.words), asOf: asOf.description, knownAt: knownAt,
      database: try await office.schema.begunAt().iso, madeBy: Version.text,
      columns: try rows.columns(of: page).map(\.name))
    manifest.note = given["publish"].isEmpty ? nil : ReportFigureOptions.withheld.told(in: Speech.catalog)
    (self.manifest, self.command, self.office) = (manifest, command, office)
  }

  /// The names of the columns by which its rows are ordered, the last of which tells each from all others.
  var order: [String] { rows.order }

  /// What a page of it tells.
  private func story() async throws -> PageStory {
    var story = try await command.story(of: office)
    story.manifest = manifest
    return story
  }

  /// It as one of several on a page.
  func printed() async throws -> [String: any Sendable] {
    try await command.listing.page(of: rows, command.listing.page(of: rows), of: office, story()).printed
  }

  /// Writes it as a page for paper, which says what it is, and never is the same bytes twice.
  func writePaper() async throws {
    try await command.listing.write(rows, of: office) { try await story() }
  }

  /// Writes the file, and its manifest within it or beside it: both of them or neither.
  func write() async throws -> ReportManifest {
    let options = command.listing
    let header = command.file.header || options.isPage ? ReportHeader(options.chosenFormat) : nil
    let file = try options.output.map { try OutputFile(path: $0) }
    let output = file?.sink ?? .standardOutput()
    var manifest = manifest
    do {
      let scratch = try header.map { _ in try ScratchOutput() }
      let sink = scratch?.sink ?? output
      if options.isPage {
        sink.beginHash()
        manifest.rows = try await options.writePage(
          rows, options.page(of: rows), of: office, story(), to: sink)
        manifest.sha256 = sink.sha256 ?? ""
      } else {
        try await options.writeRows(rows, options.page(of: rows), of: office, to: sink) {
          (manifest.rows, manifest.sha256) = ($0, $1)
          return ManifestSheet(manifest)
        }
      }
      if let header, let scratch { try header.write(manifest, before: scratch, to: output) }
      try output.flush()
      try commit(file, manifest, isWithin: header != nil || options.chosenFormat == .xlsx)
    } catch {
      file?.discard()
      throw error
    }
    return manifest
  }

  private func commit(_ file: OutputFile?, _ manifest: ReportManifest, isWithin: Bool) throws {
    // Beside a pipe or a device there is no place for it.
    guard let file, !isWithin, FilePlace(file.path) != nil else { return try file?.commit() ?? () }
    let beside = try OutputFile(path: ReportFile.manifest(beside: file.path))
    try beside.sink.write(try manifest.json(onOneLine: false) + "\n")
    try OutputFiles.commit([file, beside])
  }
}

/// The sheet of a workbook that tells what the sheet before it is.
struct ManifestSheet {
  let name: String
  let rows: [[String]]

  /// That of a manifest: the names by which it is read again, values, and what they mean.
  init(_ manifest: ReportManifest) {
    func told(_ message: Message) -> String { message.told(in: Speech.catalog) }
    name = told("Manifest")
    rows =
      [[told("Name"), told("Value"), told("Meaning")]]
      + manifest.lines.map { [$0.name, $0.value, told($0.meaning)] }
  }
}
