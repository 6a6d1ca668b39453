import Messages
import Support
import Tabular
import Testing

@testable import Luban

@Suite("Headings that Luban writes")
struct HeadingTests {
  private static let forms = ImportForm.all + [.peopleWithEnrollments]

  @Test("lead to their columns, in whichever language the file was made", arguments: forms.map(\.name))
  func lead(_ name: String) throws {
    let form = try #require(Self.forms.first { $0.name == name })
    let keys = ColumnKeys(form.declared)
    for language in [Language.english, .chinese, .russian] {
      let headings = form.columns.map { form.heading(of: $0.name, in: language) }
      #expect(Set(headings.map(Header.normalizedKey)).count == headings.count, "\(headings)")
      for (column, heading) in zip(form.columns, headings) {
        #expect(keys.found(in: [heading]).map(\.name) == [column.name], "\(heading)")
        #expect(heading != column.name || language == .english, "\(column.name) has none in \(language)")
      }
    }
  }

  @Test("every line of the list is of a column of some file, and stands in it once")
  func list() {
    let rows = Embedded.rows("seed/import/headings.csv")
    let known = Set(Self.forms.flatMap { form in form.columns.map { [$0.name, form.name] } })
    // Those of lists are held by the catalog of listings.
    let sheets = Set(rows.filter { $0[1] == "sheet" }.map { $0[0] })
    #expect(sheets == Set(OfficeBook.forms.map(\.name)))
    for row in rows
    where !["words", "sheet"].contains(row[1]) && row[0] != "luban_problem" && !row[1].hasPrefix("list ") {
      #expect(known.contains { $0[0] == row[0] && (row[1].isEmpty || $0[1] == row[1]) }, "\(row)")
    }
    #expect(Set(rows.map { Array($0.prefix(2)) }).count == rows.count)
    #expect(rows.allSatisfy { $0.count == 4 && !$0[2].isEmpty && !$0[3].isEmpty })
  }
}
