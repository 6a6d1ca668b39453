import Support
import Testing

@Suite("Documentation")
struct DocumentationTests {
  @Test("what the README shows is what the binary says")
  func readme() async throws {
    try await TestDatabase.with { test in
      let (expected, actual) = try Transcript(consoleBlocksOf: "README.md").run(dsn: test.dsn)
      #expect(expected == actual)
    }
  }
}
