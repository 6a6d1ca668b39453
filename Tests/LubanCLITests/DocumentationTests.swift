import Support
import Testing

@Suite("Documentation")
struct DocumentationTests {
  @Test(
    "what a page shows is what the binary says",
    arguments: try pages().filter { $0 != "docs/README.md" })
  func page(path: String) async throws {
    try await BegunOffice.run(Transcript(consoleBlocksOf: path)) { #expect($0 == $1) }
  }

  @Test("every command and option that a page names is one that there is")
  func commands() throws {
    let root = try CommandTree.root()
    var named = 0
    for path in try Self.pages() + ["CONTRIBUTING.md"] {
      let text = try String(contentsOfFile: "\(Program.repository)/\(path)", encoding: .utf8)
      for line in Self.commandLines(in: text) {
        let words = line.split(whereSeparator: \.isWhitespace).dropFirst()
        let (command, count) = root.command(named: Array(words))
        let place: Comment = "\(path): \(line)"
        // A noun alone stands for all its commands; what is no noun at all is none of Luban's.
        #expect(
          count > 0 || words.first?.hasPrefix("--") != false || words.first?.contains(/[A-Z]/) == true, place)
        #expect(command.below.isEmpty || words.dropFirst(count).first?.first?.isLowercase != true, place)
        let options = Set(command.options + ["--lang", "--version", "--help"])
        for option in line.prefix(while: { $0 != "#" }).matches(of: /(?:^|\s)(--[a-z][a-z-]*)/) {
          #expect(options.contains(String(option.1)), place)
        }
        named += 1
      }
    }
    #expect(named > 150)
  }

  /// The pages that are for those who use the program.
  private static func pages() throws -> [String] {
    let folders =
      ["docs/how-to", "docs/roles"]
      + ["docs/zh", "docs/ru"].flatMap { [$0, $0 + "/how-to", $0 + "/roles"] }
    return try ["README.md", "docs/README.md", "docs/tutorial.md"]
      + folders.flatMap { try Transcript.all(in: $0, endingIn: ".md") }
  }

  /// The command lines of Luban in prose and in blocks of shell.
  private static func commandLines(in text: String) -> [Substring] {
    var block: Substring?
    var lines: [Substring] = []
    var prose = ""
    // A command of a block goes on behind a backslash; prose wraps within a command.
    for line in text.replacing("\\\n", with: " ").split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        block = block == nil ? line.dropFirst(3) : nil
      } else if block == "sh" || block == "console" && line.hasPrefix("$ ") {
        lines += line.split { "|;&$".contains($0) }.flatMap {
          $0.matches(of: /(?:^|\s)(luban [a-z-].*)/).map(\.1)
        }
      } else if block == nil {
        prose += line + "\n"
      }
    }
    return lines + prose.matches(of: /`(luban\s[^`]+)`/).map(\.1)
  }
}
