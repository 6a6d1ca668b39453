extension ImportColumn {
  /// How a file about students names them, whatever else it holds: read by `sql/import/who.sql`.
  public static let student: [ImportColumn] = [
    ImportColumn(
      "workshop", aliases(of: "workshop"), "code of the workshop, if not that of the cohort",
      option: "workshop",
      example: "UZ-TAS"),
    ImportColumn(
      "cohort", aliases(of: "cohort"), "code of the cohort, where a student is in several", option: "cohort",
      example: "UZ-TAS-LOG-2026A"),
    ImportColumn(
      "student", ["number"] + aliases(of: "number"),
      "number of the student, never bare digits; else by document, else by name",
      example: "S-00012"),
    ImportColumn(
      "document_number", aliases(of: "document_number"), "number of an identity document",
      example: "AB1234567"),
    ImportColumn(
      "full_name", aliases(of: "full_name"),
      "whole name in any script in which it is known; or its parts",
      example: "Каримова Дилноза Рустамовна"),
    ImportColumn(
      "birth_date", aliases(of: "birth_date"), "birth date, to tell namesakes apart", example: "2006-03-14",
      kind: .day),
  ]

  /// The headers that a column of people is known by, for one that holds the same.
  private static func aliases(of name: String) -> [String] {
    all.first { $0.name == name }?.aliases ?? []
  }
}
