import Support
import Testing

@Suite("Documentation")
struct DocumentationTests {
  @Test(
    "what a page shows is what the binary says",
    arguments: try ["README.md", "docs/tutorial.md"] + Transcript.all(in: "docs/how-to", endingIn: ".md"))
  func page(path: String) async throws {
    try await TestDatabase.with { test in
      let (expected, actual) = try Transcript(consoleBlocksOf: path).run(dsn: test.dsn)
      #expect(expected == actual)
    }
  }
}
