import Messages
import Postgres
import Support
import Testing

@testable import Luban

@Suite("Catalog of listings")
struct ListingCatalogTests {
  /// What the declarations of the service layer name: `view.column`.
  private func declared() throws -> Set<String> {
    let words = /Listing\(\s*"(?<view>\w+)",\s*(?<columns>"[^"]+"|"""(?:[^"]|"(?!""))*?""")\s*,\s*by:/
    var names: Set<String> = []
    for file in try SourceFile.all(in: "Sources/Luban", ending: ".swift") {
      for found in file.text.matches(of: words) {
        // Which of them a table shows may depend on what is asked for.
        let columns = found.output.columns.replacing(/\\\(retirement [^"]*/, with: "")
        for name in columns.matches(of: /[a-z_]+/) { names.insert("\(found.output.view).\(name.output)") }
      }
    }
    return names
  }

  @Test("the columns that a listing names are those of its view, each with what it means")
  func meanings() async throws {
    try await withOffice { office in
      let known = try await office.database.read { tx in
        try tx.rows(
          """
          select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
          where c.relnamespace = 'list'::regnamespace and col_description(c.oid, a.attnum) is not null
          """, as: String.self)
      }
      let declared = try declared()
      #expect(declared.count > 250 && declared.contains("course.retired"))
      #expect(declared.subtracting(known) == [])
    }
  }

  @Test("a heading that a list has of its own is of a column that it names")
  func headings() throws {
    let own = Embedded.rows("seed/import/headings.csv").filter { $0[1].hasPrefix("list ") }
    let declared = try declared()
    // Columns that are counted up elsewhere: of lists made by a function, and of an import.
    let elsewhere: Set = [
      "list holiday", "list instructor_hours", "list student_export", "list student_find",
    ]
    #expect(
      own.count > 3
        && own.allSatisfy {
          elsewhere.contains($0[1]) || declared.contains("\($0[1].dropFirst(5)).\($0[0])")
        })
    let russian = Catalog.embedded(.russian)
    #expect(russian.heading(of: "name", in: "partner") == "Название")
    #expect(russian.heading(of: "name", in: "student") == "ФИО")
  }

  @Test("what is said of a column is said of a view that a listing names")
  func views() async throws {
    try await withOffice { office in
      let views = try await office.database.read { tx in
        try tx.rows(
          """
          select relname::text from pg_class where relnamespace = 'list'::regnamespace and relkind = 'v'
          """, as: String.self)
      }
      let named = Set(try declared().compactMap { $0.split(separator: ".").first.map(String.init) })
      #expect(Set(views).subtracting(named) == ["student_export", "cohort_report"])
    }
  }

  @Test("a code that there is not is refused, and no empty list; one that has nothing is empty")
  func codes() async throws {
    try await withOffice { office in
      try await office.cohort()
      var (scope, other, completion) = (ReportScope(), ReportScope(), CompletionScope())
      var (roster, country) = (ReportScope(), ReportScope())
      (roster.cohort, country.country) = ("NOPE", "XX")
      (scope.workshop, other.program, completion.cohort) = ("UZ-TASH", "NOPE", "NOPE")
      let asked: [(Listing, String)] = [
        (office.enrollments.list(cohort: "UZ-TAS-LOG-2099A"), "UZ-TAS-LOG-2099A"),
        (office.enrollments.list(workshop: "UZ-TASH"), "UZ-TASH"),
        (office.reports.cohorts(scope), "UZ-TASH"), (office.reports.roster(roster), "NOPE"),
        (office.reports.cohorts(country), "XX"), (office.reports.cohorts(other), "NOPE"),
        (office.completions.risks(completion), "NOPE"),
        (office.results.rates(course: "NOPE-1"), "NOPE-1"),
      ]
      for (listing, code) in asked {
        for _ in 1...2 {
          await #expect {
            _ = try await office.rows(of: listing)
          } throws: { "\($0)".contains("There is no") && "\($0)".contains(code) }
          await #expect(throws: LubanError.self) {
            _ = try await office.copy(listing, as: .csv) { _ in }
          }
        }
      }
      #expect(try await office.rows(of: office.enrollments.list(cohort: "UZ-TAS-LOG-2026A")) == [])
    }
  }
}
