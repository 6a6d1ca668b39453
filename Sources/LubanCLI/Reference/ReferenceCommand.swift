import ArgumentParser
import FoundationEssentials
import Luban

/// Writes what follows from the program, for `make docs` and `make install`.
///
/// Not for users, who have `--help`.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Writes what follows from the program: pages and manual.",
    shouldDisplay: false, subcommands: [ReferencePagesCommand.self, ManualCommand.self])
}

struct ReferencePagesCommand: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: "Writes the pages of the reference that follow from program and database.",
    discussion: "Example:\n  luban reference pages . messages.pot")

  @Argument(help: "Folder to write them to.")
  var folder: String
  @Argument(help: "File for the English words that are translated.")
  var messages: String
  @OptionGroup var connection: ConnectionOptions

  func run(_ office: Office) async throws {
    let listings = try await office.schema.reference(.listings)
    let reports = try await office.schema.reference(.reports)
    let rules = try await office.schema.reference(.rules)
    let schema = try await office.schema.reference(.schema)
    let pages = [
      try ReferencePages.commands(), ReferencePages.exitCodes, ReferencePages.importColumns,
      ReferencePages.reports(reports, of: office), ReferencePages.listings(listings),
      ReferencePages.rules(rules, try await office.schema.actionWords()), ReferencePages.schema(schema),
    ]
    for page in pages {
      let text = ([page.title, "", "Written by `make docs`."] + page.lines).joined(separator: "\n") + "\n"
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(page.file).md"))
    }
    let columns = (listings + reports).compactMap { line in
      line.split(separator: "`").dropFirst().first.map(String.init)
    }
    let filled = ImportForm.all.flatMap(\.columns).map(\.name)
    let roster = office.reports.roster().columns.map(\.name)
    let reasons = try await office.rows(of: office.enrollments.reasons, Page(columns: ["meaning"]))
    let template = MessageTemplate(
      of: try await office.schema.ruleWords(), words: reasons.compactMap(\.first).compactMap(\.self),
      columns: Set(columns + filled + roster).sorted(),
      help: try CommandDump.root().texts + Root.configuration.groupedSubcommands.map(\.name))
    try Data(template.text.utf8).write(to: URL(filePath: messages))
  }
}

/// A page of docs/reference.
struct DocumentPage {
  let file: String
  let title: String
  let lines: [String]
}
