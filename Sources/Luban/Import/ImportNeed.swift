import Tabular

/// What the header of a file must have, unless the request says it for all lines.
struct ImportNeed: Sendable {
  /// Columns of which one is enough.
  let columns: [String]
  /// What is said of a file that has none, after its name.
  let complaint: String
  private let isGiven: @Sendable (ImportRequest) -> Bool

  init(
    anyOf columns: [String], complaint: String,
    unless isGiven: @escaping @Sendable (ImportRequest) -> Bool = { _ in false }
  ) {
    self.columns = columns
    self.complaint = complaint
    self.isGiven = isGiven
  }

  /// Whether some columns are what it needs, whatever the request says for all lines.
  func isMet(by names: [String]) -> Bool { columns.contains(where: names.contains) }

  /// Refuses a file that has not what it needs.
  func check(_ file: ImportFile, _ request: ImportRequest) throws {
    if isGiven(request) || columns.contains(where: file.has) { return }
    throw LubanError.invalidData("\(request.path) has \(complaint)\(Self.wayOut(file, request))")
  }
}

extension ImportNeed {
  /// What the headers of the file may mean, as options to copy, else what there is to be meant.
  private static func wayOut(_ file: ImportFile, _ request: ImportRequest) -> String {
    let maps = file.unknownHeaders.compactMap { unknown in
      unknown.column.map { "--map \(shellQuoted("\(unknown.header)=\($0)"))" }
    }
    let line = "\n  Its header was taken from line \(file.header.line); --header-line names another."
    if !maps.isEmpty { return "\n  It may mean: " + maps.joined(separator: " ") + line }
    return "\n  Its headers: " + file.header.names.filter { !$0.isEmpty }.joined(separator: ", ")
      + "\n  Columns of such a file: " + request.noun.columns.map(\.name).joined(separator: ", ") + line
  }

  /// A column that every file must have.
  static func column(_ name: String) -> ImportNeed {
    ImportNeed(
      anyOf: [name],
      complaint: "no column \(name). See luban import template, or give --map \"…=\(name)\".")
  }

  /// A column by which people of Luban are known.
  static let student = naming("a student", by: ["student", "document_number", "full_name"])

  /// A column by which people, new ones too, are known.
  static let person = naming(
    "a person", by: ["number", "full_name", "family_name", "given_name", "document_number"])

  /// The cohort of the lines.
  static let cohort = ImportNeed(
    anyOf: ["cohort"],
    complaint: "no column cohort, and no cohort was named. Give --cohort, or --map \"…=cohort\".",
    unless: { $0.cohort != nil })

  /// The workshop of the lines.
  static let workshop = ImportNeed(
    anyOf: ["workshop"], complaint: "no column workshop, and none was named. Give --workshop.",
    unless: { $0.workshop != nil })

  private static func naming(_ whom: String, by columns: [String]) -> ImportNeed {
    ImportNeed(
      anyOf: columns,
      complaint: "no column that names \(whom): \(columns.joined(separator: ", ")). "
        + "See luban import template, or give --map \"…=full_name\".")
  }
}
