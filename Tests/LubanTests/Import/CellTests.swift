import Luban
import Support
import Testing

@Suite("Cells that are no value")
struct CellTests {
  /// What stands in cells of real lists where a number or a day should be.
  private static let cells = [
    "缺考", "--", "６", "-6", "NaN", "Infinity", "1e5", "1,2,3", "12:30", "#Н/Д", "#VALUE!", "null", "н/б",
    "6 баллов",
    "99999999999999999999", "0x1F", "½", "٣", "31.31.2024", "2024-02-30",
  ]

  /// Whether the example of a column is a day or a number.
  private static func isDatedOrNumeric(_ column: ImportColumn) -> Bool {
    column.example.wholeMatch(of: /\d{4}-\d\d-\d\d|\d+([.,]\d+)?|\d\d:\d\d/) != nil
  }

  @Test(
    "each is refused by its line, in whichever column of whichever form, and none is a fault",
    arguments: ImportForm.all.map(\.name))
  func anywhere(_ name: String) async throws {
    let form = try #require(ImportForm.all.first { $0.name == name })
    var rows: [(column: ImportColumn, cell: String)] = []
    for column in form.template { rows += Self.cells.map { (column, $0) } }
    let lines = rows.map { row in
      form.template.map { $0.name == row.column.name ? row.cell : $0.example }.map {
        "\"\($0.replacing("\"", with: "\"\""))\""
      }.joined(separator: ",")
    }
    let text = ([form.template.map(\.name).joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
    try await withOffice(.graduation) { office in
      try await withFile(text) { path in
        try await withFile("") { result in
          var request = ImportRequest(path: path, noun: form)
          request.workshop = "UZ-TAS"
          request.skipsInvalid = true
          request.isDryRun = true
          request.resultFile = result
          _ = try await office.imports.taken(request)
          let told = contents(result).split(whereSeparator: \.isNewline).dropFirst()
          #expect(told.count == rows.count)
          for (row, line) in zip(rows, told) where Self.isDatedOrNumeric(row.column) {
            #expect(line.contains("refused"), "\(row.column.name) \(row.cell): \(line)")
          }
        }
      }
    }
  }

  @Test("who was absent from parts of a test is refused for each part, and the line before is taken")
  func absentFromParts() async throws {
    try await withOffice(.graduation) { office in
      let text = """
        student,level,taken_on,listening,reading,score
        S-00001,HSK2,2024-12-05,80,70,150
        S-00002,HSK2,2024-12-05,缺考,缺考,缺考

        """
      let outcome = try await office.send(text, as: .language) {
        $0.params["framework"] = "hsk2010"
        $0.skipsInvalid = true
      }
      #expect(
        problems(outcome) == ["listening", "reading", "score"].map { "\($0):language_points_are_a_number@3" })
      #expect(outcome.created == 1)
    }
  }
}
