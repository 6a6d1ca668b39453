import FoundationEssentials
import Support
import Testing

@Suite("Completion in a shell")
struct CompletionTests {
  /// What the binary offers for the last word of a command line.
  ///
  /// - Parameter argument: the option, or the place of the argument, as the scripts for the shells name it.
  private static func offered(
    _ words: String, for argument: String, of command: String, dsn: String
  ) throws -> Program.Outcome {
    let typed = words.split(separator: " ", omittingEmptySubsequences: false)
    let place = "\(typed.count) \(typed.last?.count ?? 0)"
    let quoted = typed.map { "'\($0)'" }.joined(separator: " ")
    return try Program.shell(
      "luban ---completion \(command) -- \(argument) \(place) luban \(quoted)", dsn: dsn)
  }

  /// What a shell offers by the script that `make install` installs.
  private static func bash(_ line: String, dsn: String) throws -> [Substring] {
    let script = """
      bash -c '
      eval "$(luban --generate-completion-script bash)"
      COMP_LINE="\(line)"; COMP_POINT=${#COMP_LINE}; COMP_WORDS=($COMP_LINE)
      [ "${COMP_LINE% }" = "$COMP_LINE" ] || COMP_WORDS+=("")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_TYPE=9
      complete -p luban > function; read -r -a words < function
      "${words[${#words[@]} - 2]}" luban "${COMP_WORDS[$COMP_CWORD]}" "${COMP_WORDS[$COMP_CWORD - 1]}"
      printf "%s\\n" "${COMPREPLY[@]}"' 2>&1
      """
    return try Program.shell(script, dsn: dsn).output.split(separator: "\n")
  }

  @Test("codes and numbers that there are are offered as they are typed, also by the script of a shell")
  func codes() async throws {
    try await TourOffice.with { test in
      func offered(_ words: String, for argument: String, of command: String) throws -> [Substring] {
        let outcome = try Self.offered(words, for: argument, of: command, dsn: test.dsn)
        #expect(outcome.exitCode == 0 && outcome.talk == "")
        return outcome.output.split(separator: "\n")
      }
      let cohorts = try Program.shell("luban cohort list --columns code --format csv", dsn: test.dsn).output
        .split(separator: "\r\n").flatMap { $0.split(separator: "\n") }.dropFirst()
      #expect(cohorts.count > 2)
      #expect(
        try offered("cohort show ", for: "positional@0", of: "cohort show") == cohorts.sorted())
      #expect(
        try offered("enroll --cohort uz-tas", for: "--cohort", of: "enroll students")
          .allSatisfy { $0.hasPrefix("uz-tas-") })
      #expect(try offered("enroll S-0000", for: "positional@0", of: "enroll students").contains("S-00001"))
      let qualified = try offered("student show UZ-TAS/S-00", for: "positional@0", of: "student show")
      #expect(qualified.contains("UZ-TAS/S-00001"))
      let programs = try offered("cohort list --program L", for: "--program", of: "cohort list")
      #expect(programs.contains("LOG") && programs.allSatisfy { $0.hasPrefix("L") })
      #expect(try offered("partner show CN-TJ", for: "positional@0", of: "partner show").contains("CN-TJMC"))
      #expect(try offered("cohort show nothing", for: "positional@0", of: "cohort show") == [])

      #expect(try Self.bash("luban cohort show \(cohorts[1].dropLast())", dsn: test.dsn).contains(cohorts[1]))
      #expect(
        try Self.bash("luban import template cult", dsn: test.dsn).sorted() == ["culture", "culture_events"])
    }
  }

  private struct Argument: Decodable {
    let valueName: String?
    let allValues: [String]?
    let completionKind: Kind?

    struct Kind: Decodable {
      let list: List?
      let file: Other?
    }
    struct List: Decodable { let values: [String] }
    struct Other: Decodable {}
  }

  private struct Command: Decodable {
    let subcommands: [Command]?
    let arguments: [Argument]?
    var all: [Argument] { (arguments ?? []) + (subcommands ?? []).flatMap(\.all) }
  }

  private struct Dump: Decodable { let command: Command }

  @Test("what has values that help lists offers them, and what is a file offers files")
  func values() throws {
    let dump = try Program.shell("luban --experimental-dump-help", dsn: "").output
    let arguments = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command.all
    let listed = arguments.filter { $0.allValues != nil }
    let files = arguments.filter { $0.valueName == "file" }
    #expect(listed.count > 100 && files.count > 50)
    for argument in listed {
      #expect(argument.completionKind?.list?.values == argument.allValues, "\(argument)")
    }
    for argument in files { #expect(argument.completionKind?.file != nil, "\(argument)") }
  }

  @Test(
    "columns are those of the listing that is asked for, the last of several, with a dash for falling order")
  func columns() async throws {
    try await TestDatabase.with { test in
      func offered(_ words: String, for argument: String, of command: String) throws -> [Substring] {
        try Self.offered(words, for: argument, of: command, dsn: test.dsn).output.split(separator: "\n")
      }
      let cohort = try offered("cohort list --columns ", for: "--columns", of: "cohort list")
      #expect(cohort.first == "code" && cohort.contains("planned_end"))
      let second = try offered("cohort list --limit 3 --columns code,pr", for: "--columns", of: "cohort list")
      #expect(second.contains("code,program") && !second.contains("code,code"))
      #expect(try offered("cohort list --sort -", for: "--sort", of: "cohort list").contains("-intake"))
      let report = try offered("report cohort --columns ", for: "--columns", of: "report cohort")
      #expect(report.contains("retention"))
    }
  }

  @Test("where no database answers nothing is offered, made, started or said")
  func nothing() async throws {
    try await withOwnHome { home in
      let asking = "luban ---completion cohort show -- positional@0 3 0 luban cohort show ''"
      #expect(try home.run(asking) == .init(output: "\n", talk: "", exitCode: 0))
      #expect(try home.run("ls -A").output == "")
      #expect(
        try home.run("LUBAN_DSN='host=/nowhere' \(asking)") == .init(output: "\n", talk: "", exitCode: 0))
      try #require(try home.run("luban cohort list && luban db stop").exitCode == 0)
      #expect(try home.run("\(asking); luban db status | grep State").output == "\nState       stopped\n")
    }
    try await TestDatabase.withNothing { test in
      let outcome = try Self.offered("cohort show ", for: "positional@0", of: "cohort show", dsn: test.dsn)
      #expect(outcome == .init(output: "\n", talk: "", exitCode: 0))
      #expect(try Program.shell("luban cohort list", dsn: test.dsn).exitCode == 10)
    }
  }
}
