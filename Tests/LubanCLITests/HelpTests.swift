import FoundationEssentials
import Support
import Testing

@Suite("Help")
struct HelpTests {
  /// A command with those below it, as the argument parser dumps them.
  private struct Command: Decodable {
    let commandName: String
    let subcommands: [Command]?

    /// The paths of all commands that do something, in the order of the help.
    func paths(below path: [String] = []) -> [[String]] {
      let named = (subcommands ?? []).filter { $0.commandName != "help" }
      return named.isEmpty ? [path] : named.flatMap { $0.paths(below: path + [$0.commandName]) }
    }
  }

  private struct Dump: Decodable { let command: Command }

  private static func paths(of noun: String, dsn: String) throws -> [[String]] {
    let dump = try Program.shell("luban --experimental-dump-help", dsn: dsn, folder: "/tmp")
    let root = try JSONDecoder().decode(Dump.self, from: Data(dump.output.utf8)).command
    return root.paths().filter { $0.first == noun }
  }

  /// The lines below "Example:" as they are printed, up to the usage.
  private static func examples(in help: String) -> String {
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    let below = lines.drop { $0 != "Example:" && $0 != "Examples:" }.dropFirst()
    return below.prefix { !$0.hasPrefix("USAGE:") }.joined(separator: "\n")
  }

  @Test("the examples of partners, agreements and workshops run as printed, one after another")
  func tour() async throws {
    try await TestDatabase.with { test in
      _ = try await test.office.schema.seed(.workshops)
      for noun in ["partner", "agreement", "workshop"] {
        for path in try Self.paths(of: noun, dsn: test.dsn) {
          let command = "luban " + path.joined(separator: " ")
          let help = try Program.shell("\(command) --help", dsn: test.dsn, folder: "/tmp")
          let examples = Self.examples(in: help.output)
          #expect(examples.contains(command), "\(command) has no example")
          let outcome = try Program.shell("set -e\n\(examples)", dsn: test.dsn, folder: "/tmp")
          #expect(outcome.exitCode == 0, "\(examples)\n\(outcome.talk)")
        }
      }
    }
  }
}
