import Glibc
import Support
import Testing

@Suite("Transcripts of the command line")
struct TranscriptTests {
  @Test("the binary says what the transcript says", arguments: try paths())
  func transcript(path: String) async throws {
    try await BegunOffice.run(Transcript(path: path)) { #expect($0 == $1) }
  }

  /// All of them take a while: `LUBAN_LANGUAGES=zh,ru,qps swift test` runs them.
  @Test(
    "in every language a command ends as in English, and says the same to programs", arguments: try cases())
  func language(_ language: String, path: String) async throws {
    try await TestDatabase.with { database in
      let differences = try Transcript(path: path).differences(in: language, dsn: database.dsn)
      #expect(differences == [])
    }
  }

  private static func paths() throws -> [String] { try Transcript.all(in: "Tests/LubanCLITests/Transcripts") }

  private static func cases() throws -> [(String, String)] {
    guard let languages = getenv("LUBAN_LANGUAGES") else {
      return [("ru", "Tests/LubanCLITests/Transcripts/workshop.transcript")]
    }
    let paths = try paths()
    return String(cString: languages).split(separator: ",").flatMap { language in
      paths.map { (String(language), $0) }
    }
  }
}
