import ArgumentParser
import Luban
import Tabular

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "What was imported, and how files are written.",
    discussion: "Files are taken in by luban student import and luban enroll import.",
    subcommands: [ImportList.self, ImportShow.self, ImportTemplate.self])
}

struct ImportList: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the files that were imported.",
    discussion: "Example:\n  luban import list --workshop UZ-TAS")

  @Option(help: "Of this workshop.")
  var workshop: WorkshopCode?
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var listing: ListingOptions

  func run(_ office: Office) async throws {
    try await listing.write(office.imports.list(workshop: workshop), of: office)
  }
}

struct ImportShow: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one import: file, options, counts, and people it changed.",
    discussion: "Example:\n  luban import show B-000001")

  @Argument(help: ArgumentHelp("Number of the batch, as in B-000001.", valueName: "batch"))
  var batch: BatchNumber
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let batch = try await office.imports.show(batch)
    try show.write(batch) {
      var fields = Fields()
      fields.section("Import \(batch.number)")
      fields.add("File", batch.fileName)
      fields.add("Size", Figures.size(batch.fileBytes))
      fields.add("SHA-256", batch.sha256)
      fields.add("Read", "\(batch.recordedAt) by \(batch.recordedBy)")
      fields.add("Options", batch.options)
      for part in batch.workshops {
        fields.section("Workshop \(part.workshop)")
        fields.add("Lines", Figures.count(part.lines))
        fields.add("People entered", Figures.count(part.peopleCreated))
        fields.add("People changed", Figures.count(part.peopleChanged))
        fields.add("Enrollments made", Figures.count(part.enrollmentsCreated))
        fields.add("Unchanged", Figures.count(part.unchanged))
        fields.add("Refused", Figures.count(part.refused))
      }
      return fields
    }
  }
}

extension BatchNumber: ExpressibleByArgument {}

struct ImportTemplate: ParsableCommand {
  enum Noun: String, ExpressibleByArgument, CaseIterable { case people, enrollments }

  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Prints an empty file to fill in, or what its columns mean.",
    discussion: """
      Examples:
        luban import template people > people.csv
        luban import template enrollments --explain
      """)

  @Argument(help: "What the file is to hold.")
  var noun: Noun
  @Flag(help: "Say what each column holds, and which headers it is known by.")
  var explain = false
  @Flag(help: "With a byte order mark, for Excel.")
  var excel = false

  func run() throws {
    let columns = noun == .people ? ImportColumn.people : ImportColumn.all
    let sink = ByteSink.standardOutput()
    if explain {
      let table = TextTable(
        columns: [
          TextColumn("column"), TextColumn("holds"), TextColumn("example"), TextColumn("also called"),
        ],
        rows: columns.map { [$0.name, $0.meaning, $0.example, $0.aliases.joined(separator: ", ")] })
      try sink.write(lines: table.lines(Terminal.style))
    } else {
      if excel { try sink.write("\u{FEFF}") }
      try sink.write(columns.map(\.name).joined(separator: ",") + "\r\n")
    }
    try sink.flush()
  }
}
