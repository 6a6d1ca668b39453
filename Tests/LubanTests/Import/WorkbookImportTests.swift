import Luban
import Support
import Testing

@Suite("Imports of workbooks")
struct WorkbookImportTests {
  private static let faulty = Program.repository + "/Tests/WorkbookTests/Committed/faulty.xlsx"

  @Test("name the cells that break a rule, those that stand below no header too")
  func cells() async throws {
    try await withOffice(.cohort) { office in
      var request = ImportRequest(path: Self.faulty, noun: .people)
      request.workshop = "UZ-TAS"
      let outcome = try await office.imports.taken(request)
      #expect(
        problems(outcome) == [
          "F:cell_stands_below_a_header@4", "birth_date:date_is_in_a_known_form@5",
          "document_number:value_is_not_damaged_by_excel@6",
        ])
      #expect(
        outcome.problems.compactMap(\.cells).flatMap { $0 }.sorted() == [
          "'Group 1'!B5", "'Group 1'!D6", "'Group 1'!F4",
        ])
      #expect(outcome.problems.contains { $0.rule == "cell_stands_below_a_header" && $0.column == "F" })
      #expect(
        outcome.notes.map(\.note) == [
          "row above the header, left out",
          "the name was kept whole: which part is the family name is not sure",
        ])
      #expect(outcome.notes.first?.values == ["Group 1"] && outcome.lines == 4 && outcome.refused == 3)
    }
  }

  @Test("take the rows that are right, and note the sheet they come from")
  func provenance() async throws {
    try await withOffice(.cohort) { office in
      var request = ImportRequest(path: Self.faulty, noun: .people)
      request.workshop = "UZ-TAS"
      request.sheet = "group 1"
      request.skipsInvalid = true
      let outcome = try await office.imports.taken(request)
      #expect(outcome.peopleCreated == 1 && outcome.isKept)
      let options = try await office.database.read { tx in
        try tx.one(
          "select options ->> 'sheet' || (options ? 'delimiter')::text from import_batch", as: String.self)
      }
      #expect(options == "Group 1false")
    }
  }
}
