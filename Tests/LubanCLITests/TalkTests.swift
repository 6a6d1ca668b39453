import Support
import Testing

@Suite("What is said of what was typed, or stands in files")
struct TalkTests {
  /// A word that clears the screen, goes back to the begin of the line, and turns what follows around.
  private static let word = #"x=$(printf 'A\033[2J\r\302\233B\342\200\256C'); "#

  /// Command lines that have to name it.
  private static let commands = [
    #"luban "$x""#, #"luban cohort "$x""#, #"luban cohort show "$x""#, #"luban cohort list --workshop "$x""#,
    #"luban cohort list --columns "$x""#, #"luban cohort list --sort "$x""#,
    #"luban cohort list --limit "$x""#,
    #"luban cohort list "--$x""#, #"luban cohort list --format "$x""#,
    #"luban cohort list --output "/$x/y.csv""#,
    #"luban cohort list --output "$x.pdf""#, #"luban report cohort --as-of "$x""#,
    #"luban report cohort --known-at "$x""#, #"luban --lang "$x" cohort list"#,
    #"luban workshop show "$x""#, #"luban partner list --country "$x""#, #"luban student show "$x""#,
    #"luban student find "$x""#, #"luban language compare "hsk:$x""#, #"luban import show "$x""#,
    #"luban import template "$x""#, #"luban enroll "$x" --cohort "$x""#,
    #"luban cohort list --dsn "host=/tmp dbname=$x" --retry-for 0"#,
    #"luban enroll import "$x.csv" --cohort UZ-TAS-LOG-2026A"#,
    #"luban enroll import list.csv --cohort UZ-TAS-LOG-2026A --encoding "$x""#,
    #"luban enroll import list.csv --cohort UZ-TAS-LOG-2026A --map "$x=$x""#,
    #"luban enroll import list.csv --cohort UZ-TAS-LOG-2026A --map-value "$x:$x=$x""#,
    #"luban enroll import list.csv --cohort UZ-TAS-LOG-2026A --sheet "$x""#,
    #"luban partner add "$x" --name "$x" --country UZ --kind university"#,
  ]

  private static func moves(_ text: String) -> Bool {
    text.unicodeScalars.contains { [0x1B, 0x0D, 0x9B, 0x202E].contains($0.value) }
  }

  @Test("never commands the terminal, nor turns around what stands beside it")
  func arguments() async throws {
    try await TourOffice.with { database in
      let folder = try Program.shell("mktemp -d", dsn: "").output.prefix { $0 != "\n" }
      defer { _ = try? Program.shell("rm -rf \(folder)", dsn: "") }
      let file = #"printf '%s\n' "full_name,birth_date,$x" "$x,$x,1" "Anna B,2001-02-03,$x" > list.csv; "#
      var told = 0
      for command in Self.commands {
        let outcome = try Program.shell(
          Self.word + file + command, dsn: database.dsn, folder: String(folder))
        #expect(!Self.moves(outcome.output) && !Self.moves(outcome.talk), "\(command)")
        if (outcome.output + outcome.talk).contains(#"\u{202e}"#) { told += 1 }
      }
      #expect(told > 15, "only \(told) name what was typed")
    }
  }

  @Test("names cells and headers of a file, and the file, without obeying them")
  func files() async throws {
    try await TourOffice.with { database in
      let folder = try Program.shell("mktemp -d", dsn: "").output.prefix { $0 != "\n" }
      defer { _ = try? Program.shell("rm -rf \(folder)", dsn: "") }
      let file =
        #"printf '%s\n' "full_name,birth_date,nationality,$x" "$x,$x,$x,1" > "$x.csv"; "#
      for ending in ["", " --skip-invalid", " --format json", " --dry-run", " --errors \"$x.errors.csv\""] {
        let outcome = try Program.shell(
          Self.word + file + #"luban enroll import "$x.csv" --cohort UZ-TAS-LOG-2026A"# + ending,
          dsn: database.dsn, folder: String(folder))
        #expect(outcome.exitCode == 6, "\(outcome)")
        let output = ending.contains("json") ? "" : outcome.output
        #expect(!Self.moves(output) && !Self.moves(outcome.talk), "\(ending)\n\(outcome.output)")
      }
    }
  }
}
