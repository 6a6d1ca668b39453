import ArgumentParser
import Luban
import Tabular

extension ImportForm: ExpressibleByArgument {
  /// Finds a form by its name.
  public init?(argument: String) {
    guard let form = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = form
  }

  /// The names, for help and completion.
  public static var allValueStrings: [String] { all.map(\.name) }
}

struct ImportTemplate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Prints an empty file to fill in, or what its columns mean.",
    discussion: """
      Examples:
        luban import template people > people.csv
        luban import template enrollments --explain
      """)

  @Argument(help: "What the file is to hold.")
  var noun: ImportForm
  @Flag(help: "Say what each column holds, and which headers it is known by.")
  var explain = false
  @Flag(help: "With a byte order mark, for Excel.")
  var excel = false

  func run() throws {
    let columns = noun.template
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
