import FoundationEssentials
import Messages

/// What a file of a report is: enough to make it anew, and to see whether it still is what was written.
public struct ReportManifest: Codable, Equatable, Sendable {
  /// Name of the report, as in `overview`.
  public var report: String
  /// The command line that makes it anew, with nothing left to what is usual.
  public var command: String
  /// What it is about: the options of the report alone.
  public var filters: String
  /// The day for which it is true.
  public var asOf: String
  /// The time as of which it is known.
  public var knownAt: String
  /// Since when there is the database that it was made from; a backup that is restored keeps it.
  public var database: String
  /// Version of the program that made it.
  public var madeBy: String
  /// The names of its columns, whatever their headings.
  public var columns: [String]
  /// What is to be known to read it; nothing where it is as it looks.
  public var note: String?
  /// How many rows it has.
  public var rows = 0
  /// The SHA-256 of the file without its manifest; of a workbook, of the part that holds the sheet.
  public var sha256 = ""

  /// One of a file whose rows are still to be written.
  public init(
    report: String, command: String, filters: String, asOf: String, knownAt: String, database: String,
    madeBy: String, columns: [String]
  ) {
    self.report = report
    self.command = command
    self.filters = filters
    self.asOf = asOf
    self.knownAt = knownAt
    self.database = database
    self.madeBy = madeBy
    self.columns = columns
  }

  private enum CodingKeys: String, CodingKey {
    case report, command, filters, columns, note, rows, sha256, database
    case asOf = "as_of"
    case knownAt = "known_at"
    case madeBy = "made_by"
  }
}

extension ReportManifest {
  /// A line of it, for people: the name that JSON has, what that means, and the value.
  public struct Line: Sendable {
    /// Its name.
    public let name: String
    /// What it means.
    public let meaning: Message
    /// What stands there.
    public let value: String

    fileprivate static func named(_ name: String, _ meaning: Message, _ value: String) -> Line {
      Line(name: name, meaning: meaning, value: value)
    }
  }

  /// All of it, in the order in which it is read.
  public var lines: [Line] {
    let notes = note.map { [Line.named("note", "What is to be known to read it" as Message, $0)] } ?? []
    return [
      .named("report", "The report" as Message, report),
      .named("filters", "What it is about" as Message, filters),
      .named("as_of", "The day for which it is true" as Message, asOf),
      .named("known_at", "Only what had been recorded by then" as Message, knownAt),
      .named("rows", "Number of rows" as Message, String(rows)),
      .named("columns", "Columns, by their names in files" as Message, columns.joined(separator: ",")),
      .named("command", "What makes it anew" as Message, command),
      .named("made_by", "The program that made it" as Message, madeBy),
      .named("database", "Since when there is the database" as Message, database),
      .named("sha256", "SHA-256 of the rows as they were written" as Message, sha256),
    ] + notes
  }

  /// What the lines of a file say, by their names; `nil` where one is missing.
  public init?(lines: [String: String]) {
    guard let report = lines["report"], let command = lines["command"], let filters = lines["filters"],
      let asOf = lines["as_of"], let knownAt = lines["known_at"], let database = lines["database"],
      let madeBy = lines["made_by"], let columns = lines["columns"],
      let rows = lines["rows"].flatMap({ Int($0) }), let sha256 = lines["sha256"]
    else { return nil }
    self.init(
      report: report, command: command, filters: filters, asOf: asOf, knownAt: knownAt, database: database,
      madeBy: madeBy, columns: columns.split(separator: ",").map(String.init))
    (self.rows, self.sha256, note) = (rows, sha256, lines["note"])
  }

  /// The names of the lines in which another one differs, but for the program that made it.
  public func differences(from other: ReportManifest) -> [String] {
    zip(lines, other.lines).filter { $0.name != "made_by" && $0.value != $1.value }.map(\.0.name)
  }

  /// It as JSON, the same bytes for the same manifest: on one line, or a line a field.
  public func json(onOneLine: Bool) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if !onOneLine { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
