import Messages
import Tabular

/// What the header of a file must have, unless the request says it for all lines.
struct ImportNeed: Sendable {
  /// Columns of which one is enough.
  let columns: [String]
  /// What is said of a file that has none.
  let complaint: Message
  /// What helps.
  let actions: [Action]
  private let isGiven: @Sendable (ImportRequest) -> Bool

  init(
    anyOf columns: [String], complaint: Message, actions: [Action] = [],
    unless isGiven: @escaping @Sendable (ImportRequest) -> Bool = { _ in false }
  ) {
    self.columns = columns
    self.complaint = complaint
    self.actions = actions
    self.isGiven = isGiven
  }

  /// Whether some columns are what it needs, whatever the request says for all lines.
  func isMet(by names: [String]) -> Bool { columns.contains(where: names.contains) }

  /// Refuses a file that has not what it needs.
  func check(_ file: ImportFile, _ request: ImportRequest) throws {
    if isGiven(request) || columns.contains(where: file.has) { return }
    throw refusal(of: file, request)
  }

  /// What the headers of the file may mean, else what there is to be meant.
  private func refusal(of file: ImportFile, _ request: ImportRequest) -> LubanError {
    let maps = file.unknownHeaders.compactMap { unknown in unknown.column.map { (unknown.header, $0) } }
    let headers = file.header.names.filter { !$0.isEmpty }.named()
    let isInParts = request.noun.countsPeople
    let columns = request.noun.columns.map(\.name)
      .filter { isInParts || !ImportColumn.namesOfParts.contains($0) }.named()
    var lines: [Message] =
      maps.isEmpty
      ? ["Its headers: \(headers)", "Columns of such a file: \(columns)"]
      : ["It may mean: \(maps.map { "\($0)=\($1)" }.joined(separator: ", "))"]
    lines.append("Its header was taken from line \(file.header.line)." as Message)
    return .invalidData(
      "\(request.path): \(complaint)\n  \(lines.joined(separator: "\n  "))\n ",
      actions: (maps.isEmpty ? actions : maps.map { .map($1, from: $0) }) + [Action("import.header")])
  }
}

extension Action {
  /// That a header of the file stands for a column.
  static func map(_ column: String, from header: String = "…") -> Action {
    Action("import.map", "\(header)=\(column)")
  }
}

extension ImportNeed {
  /// A column that every file must have, or an option that says it for all lines.
  static func column(_ name: String, or option: String? = nil, as param: String? = nil) -> ImportNeed {
    guard let option else {
      return ImportNeed(
        anyOf: [name], complaint: "There is no column \(name).",
        actions: [Action("import.template"), .map(name)])
    }
    return named(name, by: option) { $0.params[param ?? option] != nil }
  }

  /// The cohort of the lines.
  static let cohort = named("cohort", by: "cohort") { $0.cohort != nil }

  /// The workshop of the lines.
  static let workshop = named("workshop", by: "workshop") { $0.workshop != nil }

  private static func named(
    _ name: String, by option: String, unless isGiven: @escaping @Sendable (ImportRequest) -> Bool
  ) -> ImportNeed {
    ImportNeed(
      anyOf: [name], complaint: "There is no column \(name), and none was named.",
      actions: [Action("give", option), .map(name)], unless: isGiven)
  }

  /// A column by which people of Luban are known.
  static let student = naming(
    "student", by: ["student", "document_number", "full_name", "family_name", "given_name"])

  /// A column by which people, new ones too, are known.
  static let person = naming(
    "person", by: ["number", "full_name", "family_name", "given_name", "document_number"])

  /// Columns that name somebody.
  static func naming(_ whom: Message, by columns: [String]) -> ImportNeed {
    ImportNeed(
      anyOf: columns, complaint: "No column names the \(whom): \(columns.joined(separator: ", ")).",
      actions: [Action("import.template"), .map("full_name")])
  }
}
