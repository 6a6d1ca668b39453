import Luban
import Support
import Testing

/// Functions of the database that write.
@Suite("Functions that write")
struct VerbTests {
  // A join may ask for a sub-select once for each row of another table, as the statistics have it: an event was
  // corrected, and then refused as corrected already. A function that stands among the tables is asked once.
  @Test("are no part of a sub-select, which a join may ask again")
  func once() async throws {
    try await withOffice { office in
      let verbs = try await office.database.read { tx in
        try tx.rows(
          """
          select p.proname::text from pg_proc p
          where p.pronamespace = 'luban'::regnamespace and p.provolatile = 'v' and p.prorettype <> 'trigger'::regtype
          """, as: String.self)
      }
      #expect(verbs.contains("correct_event") && verbs.count > 30)
      let asked = try Regex(
        #"\(\s*select\s+(?:unnest\()?(?:luban\.)?(?:"# + verbs.joined(separator: "|") + #")\("#)
      for file in try SourceFile.all(in: "Sources/Luban", ending: ".swift") {
        #expect(!file.text.contains(asked), "\(file.path)")
      }
    }
  }
}
