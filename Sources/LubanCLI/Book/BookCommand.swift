import ArgumentParser
import Luban
import Messages
import Tabular

struct BookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "office", abstract: "All that an office enters beside its students, in one workbook.",
    discussion: """
      A sheet a noun: cities, partners, contacts, workshops, parts in them, courses, modules, programs, \
      curricula, agreements, holidays. Each is a file of luban import template, and has a verb import of \
      its own, too.
      """,
    subcommands: [BookTemplate.self, BookImport.self, BookExport.self])
}

struct BookTemplate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Writes an empty workbook to fill in, with a sheet a noun.",
    discussion: """
      Sheets and columns are called in your language; what a column holds, luban import template NOUN \
      --explain says.

      Example:
        luban office template --output empty.xlsx
      """)

  @OptionGroup var place: BookPlace

  func run() throws {
    let file = try OutputFile(path: place.output)
    try OfficeBook.writeTemplate(in: Speech.catalog.language, to: file.sink)
    try file.commit()
    Talk.say("Wrote \(place.output).")
  }
}

/// Where a workbook is written.
struct BookPlace: ParsableArguments {
  @Option(
    name: [.short, .long], help: ArgumentHelp("The workbook, a name in .xlsx.", valueName: "file"),
    completion: .file())
  var output: String

  func validate() throws {
    try OutputFormat.check(output, format: nil)
    if OutputFormat(ofFile: output) != .xlsx {
      throw ValidationError(saying: "\(output): an office is written as a workbook (xlsx).")
    }
  }
}

struct BookExport: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes the office into a workbook, as known now.",
    discussion: """
      Language and culture modules stand among the courses. The same office makes the same bytes; \
      luban office import takes them into another database.

      Example:
        luban office export --output office.xlsx
      """)

  @OptionGroup var place: BookPlace
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let counts = try await office.book.export(in: Speech.catalog.language, to: place.output)
    let rows = counts.reduce(0) { $0 + $1.rows }
    try result.report(
      "Wrote \(place.output): \(count: rows, "line") on \(count: counts.count, "sheet").", counts)
  }
}

struct BookImport: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters an office from one workbook: all of its sheets, or nothing.",
    discussion: """
      Sheets are known by their names in any language, and taken in the order of what refers to what; one \
      that is missing is fine. What is wrong is told of all lines of all sheets at once, by their cells. \
      Sent again nothing changes; --update takes over what differs.

      Examples:
        luban office export --output office.xlsx
        luban office import office.xlsx --dry-run
        luban office import office.xlsx --update
      """)

  @Argument(help: ArgumentHelp("The workbook (xlsx, ods).", valueName: "file"), completion: .file())
  var file: String
  @Option(
    help: ArgumentHelp(
      "The order of dates with slashes or hyphens and the year last; all other forms are read as they are.",
      valueName: "dd/mm/yyyy|mm/dd/yyyy"))
  var dates: DateOrder?
  @Flag(help: "Change what is known already where the file differs.")
  var update = false
  @Flag(help: "Do everything and undo it: the counts are the real ones.")
  var dryRun = false
  @Option(
    help: ArgumentHelp(
      "Write the refused lines with the reasons, sheet by sheet; correct it and send it again.",
      valueName: "file.xlsx"),
    completion: .file())
  var errors: String?
  @OptionGroup var result: ResultOptions

  func validate() throws {
    guard let errors else { return }
    try OutputFormat.check(errors, format: nil)
    if OutputFormat(ofFile: errors) != .xlsx {
      throw ValidationError(saying: "\(errors): this file is a workbook (xlsx).")
    }
    if let place = FilePlace(errors), place == FilePlace(file) {
      throw ValidationError(saying: "--errors and the workbook are the same file, \(errors): name another.")
    }
  }

  func run(_ office: Office) async throws {
    var request = BookRequest(path: file)
    (request.dates, request.updates, request.isDryRun, request.errorsFile) = (dates, update, dryRun, errors)
    request.words = result.format == .json ? ActionWords.commands.inEnglish : .commands
    let progress = ImportProgressLine(isQuiet: result.isQuiet)
    let outcome: BookOutcome
    do {
      outcome = try await office.book.take(request) { progress.show($0) }
    } catch {
      progress.clear()
      throw error
    }
    progress.clear()
    for name in outcome.unknownSheets {
      Talk.say("Note: The sheet \(name) is of nothing that is taken, and left out.", isQuiet: result.isQuiet)
    }
    for sheet in outcome.sheets {
      for note in sheet.outcome.notes { Talk.say("\(sheet.name): \(note.told)", isQuiet: result.isQuiet) }
    }
    func tell() throws {
      switch result.format {
      case .json: try JSON.print(outcome)
      case .text: if !result.isQuiet || outcome.refused > 0 { try show(outcome, of: request) }
      }
    }
    if outcome.isKept { try Answer.give(tell) } else { try tell() }
    if outcome.refused > 0 { throw Exit.invalidData.code }
  }

  private func show(_ outcome: BookOutcome, of request: BookRequest) throws {
    for sheet in outcome.sheets {
      guard let form = OfficeBook.form(ofSheet: sheet.name) else { continue }
      try ImportScreen(sheet.outcome, request.request(form, sheet: sheet.name), sheet: sheet.name).print()
    }
    if outcome.isKept { return try Talk.print("Imported \(file).") }
    if outcome.refused == 0 { return try Talk.print("Dry run: nothing was written.") }
    let lines: Message = "\(count: outcome.refused, "line") refused"
    if let errors {
      try Talk.print(
        "Nothing was written: \(lines). They are in \(errors): correct them and send the whole again.")
    } else {
      try Talk.print(
        "Nothing was written: \(lines). --errors FILE.xlsx writes them with the reasons.")
    }
  }
}
