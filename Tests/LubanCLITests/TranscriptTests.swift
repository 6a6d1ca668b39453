import Support
import Testing

@Suite("Transcripts of the command line")
struct TranscriptTests {
  @Test(
    "the binary says what the transcript says",
    arguments: try Transcript.all(in: "Tests/LubanCLITests/Transcripts"))
  func transcript(path: String) async throws {
    try await TestDatabase.with { database in
      let (expected, actual) = try Transcript(path: path).run(dsn: database.dsn)
      #expect(expected == actual)
    }
  }
}
