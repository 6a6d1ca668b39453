import Foundation
import Support
import Testing

/// What a pattern looks for is first asked for as a plain text: hardly any line has it, and patterns are slow in a
/// build for debugging.
@Suite("The house")
struct HouseTests {
  /// Which module may lean on which, beyond the standard library and the system.
  private static let arrows: [String: Set<String>] = [
    "LubanCLI": [
      "Luban", "LocalPostgres", "Messages", "Postgres", "Printing", "Proof", "Tabular", "ArgumentParser",
    ],
    "Luban": ["Postgres", "Tabular", "Printing", "Proof", "Messages", "CEmbedded"],
    "Proof": ["Bytes", "Messages", "CZlib", "CCrypto", "CQrencode"],
    "Printing": [],
    "Messages": [],
    "LocalPostgres": ["Messages", "Postgres"],
    "Postgres": ["CLibpq"],
    "Tabular": ["Bytes", "Messages", "Workbook", "CCrypto"],
    "Workbook": ["Bytes", "Messages", "CZlib", "CExpat"],
    "Bytes": ["CZlib"],
  ]
  private static let system: Set<String> = ["Glibc", "Dispatch", "Synchronization", "FoundationEssentials"]

  @Test("nothing points back, and nothing reaches further than its door")
  func imports() throws {
    let files = try SourceFile.all(in: "Sources", ending: ".swift")
    #expect(files.count > 100)
    for file in files {
      let module = String(file.path.split(separator: "/")[1])
      let allowed = try #require(Self.arrows[module], "\(file): a module without arrows")
      let imported = try file.text.matches(
        #"(?m)^\s*(?:@\w+ )*(?:public |internal )?import (?:struct |func )?(\w+)"#)
      #expect(Set(imported).subtracting(Self.system).subtracting(allowed) == [], "\(file)")
    }
  }

  @Test("a file has one subject and fits the screen")
  func sizes() throws {
    for file in try SourceFile.all(in: "Sources", ending: ".swift", ".h") {
      #expect(file.lines.count <= 400, "\(file)")
      let long = file.lines.enumerated().filter { $0.element.utf8.count > 110 && $0.element.count > 110 }.map
      {
        $0.offset + 1
      }
      #expect(long == [], "lines over 110 in \(file)")
    }
  }

  @Test("a noun has one word in every room")
  func nouns() throws {
    func folders(_ room: String, _ ending: String) throws -> Set<String> {
      let parts = try SourceFile.all(in: room, ending: ending)
        .map { $0.path.dropFirst(room.count + 1).split(separator: "/") }
      return Set(parts.filter { $0.count > 1 }.map { $0[0].lowercased() })
    }
    let nouns = try folders("Sources/Luban", ".swift")
    #expect(nouns.count > 20)
    // What is no noun of Luban's: the ground, what several nouns share, what only tests and the command line have.
    let others: [(room: String, ending: String, words: Set<String>)] = [
      ("Sources/LubanCLI", ".swift", ["database", "help", "page", "reference", "support"]),
      ("sql/code", ".sql", ["0_ground", "demo", "grading", "identity", "reference"]),
      ("Tests/LubanTests", ".swift", ["catalog", "cost", "races", "rules", "seed", "walk"]),
    ]
    for (room, ending, words) in others {
      #expect(try folders(room, ending).subtracting(nouns).subtracting(words).sorted() == [], "\(room)")
    }
  }

  @Test("the files that the pages for who works on Luban name are there")
  func named() throws {
    let there = try ["Sources", "sql", "Tests"].flatMap {
      try SourceFile.all(in: $0, ending: ".swift", ".sql").map(\.path)
    }
    for page in ["docs/architecture.md", "CONTRIBUTING.md"] {
      let text = try String(contentsOfFile: "\(Program.repository)/\(page)", encoding: .utf8)
      let names = try text.matches(#"`([A-Za-z0-9_+/]+\.(?:swift|sql))`"#)
      #expect(names.count > 10)
      for name in names { #expect(there.contains { "/\($0)".hasSuffix("/\(name)") }, "\(page): \(name)") }
    }
  }

  @Test("nothing is left to be done, and nothing is forced")
  func leftovers() throws {
    for file in try SourceFile.all(in: "Sources", ending: ".swift", ".h") {
      for (index, line) in file.lines.enumerated() {
        let place: Comment = "\(file):\(index + 1)"
        #expect(!line.contains("TODO") && !line.contains("FIXME"), place)
        let code = line.prefix { $0 != "/" && $0 != "\"" }
        #expect(!code.contains("try!") && !code.contains("as!"), place)
        // A value forced: a name, a call or an element, an exclamation mark, and no comparison.
        #expect(
          !code.contains("!") || code.firstMatch(of: /[A-Za-z0-9_)\]]!(?:[.,)\s\[]|$)(?!=)/) == nil, place)
        if code.contains("@unchecked") {
          let reasons = file.lines[max(0, index - 6)..<index].filter { $0.contains("//") }
          #expect(!reasons.isEmpty, "@unchecked without a reason: \(file):\(index + 1)")
        }
      }
    }
    for file in try SourceFile.all(in: "sql", ending: ".sql") {
      #expect(!file.text.contains("TODO") && !file.text.contains("FIXME"), "\(file)")
    }
  }

  @Test("only the command line prints and exits")
  func printing() throws {
    for file in try SourceFile.all(in: "Sources", ending: ".swift") {
      if file.path.hasPrefix("Sources/LubanCLI/Support/") { continue }
      for (index, line) in file.lines.enumerated() where !line.contains("func ") {
        let code = line.prefix { $0 != "/" && $0 != "\"" }
        guard ["rint(", "puts(", "exit(", "abort("].contains(where: { code.contains($0) }) else { continue }
        #expect(
          code.firstMatch(of: /(?:^|[^\w.])(?:print|debugPrint|puts|fputs)\(/) == nil, "\(file):\(index + 1)")
        if file.path.hasPrefix("Sources/LubanCLI/") { continue }
        #expect(code.firstMatch(of: /(?:^|[^\w.])(?:exit|abort)\(/) == nil, "\(file):\(index + 1)")
      }
    }
  }

  @Test("the command line holds no SQL")
  func noSQL() throws {
    for file in try SourceFile.all(in: "Sources/LubanCLI", ending: ".swift") {
      for (index, line) in file.lines.enumerated() {
        // What help shows for psql is an example, not a statement.
        guard line.contains("\""), !line.contains("luban db shell") else { continue }
        let text = line.lowercased()
        guard Self.verbs.contains(where: { text.contains($0) }) else { continue }
        let isStatement = text.firstMatch(
          of:
            /"\s*(select\b.*\bfrom|insert into|update \w+ set|delete from|create (table|view|function)|with \w+ as)\b/
        )
        #expect(isStatement == nil, "\(file):\(index + 1)")
      }
      #expect(!file.text.lowercased().contains("runscript("), "\(file)")
    }
  }

  private static let verbs = ["select", "insert", "update", "delete", "create", "with"]

  @Test("Luban takes no argument from a command line")
  func noArguments() throws {
    for folder in ["Sources/Luban", "Sources/Postgres", "Sources/Tabular"] {
      for file in try SourceFile.all(in: folder, ending: ".swift") {
        #expect(!file.text.contains("CommandLine."), "\(file)")
      }
    }
  }

  @Test("Luban speaks of actions, not of commands and options")
  func commands() throws {
    for file in try SourceFile.all(in: "Sources/Luban", ending: ".swift") {
      for (index, line) in file.lines.enumerated() where line.contains("luban ") || line.contains("--") {
        if line.contains(/^ *\/\//) { continue }
        #expect(!line.contains(/luban [a-z]/) && !line.contains(/(?:^|[ "])--/), "\(file):\(index + 1)")
      }
    }
  }
}
