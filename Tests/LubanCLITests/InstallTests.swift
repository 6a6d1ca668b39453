import Support
import Testing

@Suite("Installation")
struct InstallTests {
  /// The names of the manual pages that there should be.
  private static func pages(of command: CommandTree, after above: String = "") -> [String] {
    guard command.shouldDisplay else { return [] }
    let name = above + command.commandName
    return [name] + command.below.flatMap { pages(of: $0, after: name + "-") }
  }

  /// Runs a body on what `make install` puts under a prefix, which is removed in the end.
  private static func installed(_ body: (_ run: (String) throws -> Program.Outcome) throws -> Void) throws {
    let prefix = try Program.shell("mktemp -d", dsn: "").output.prefix { $0 != "\n" }
    defer { _ = try? Program.shell("rm -rf \(prefix)", dsn: "") }
    try body {
      try Program.shell("prefix=\(prefix); \($0)", dsn: "", folder: Program.repository)
    }
  }

  @Test("there is what belongs there and nothing else, and it goes again")
  func files() throws {
    try Self.installed { run in
      let installing = try run(".ci/install \(Program.binaries)/luban $prefix")
      #expect(installing.exitCode == 0 && installing.output.hasPrefix("Installed luban "))
      let files = try run("cd $prefix && find . -type f | LC_ALL=C sort").output.split(separator: "\n")
      let pages = Self.pages(of: try CommandTree.root())
      #expect(pages.count > 150)
      let expected =
        pages.map { "./share/man/man1/\($0).1" } + [
          "./bin/luban", "./share/bash-completion/completions/luban",
          "./share/fish/vendor_completions.d/luban.fish", "./share/zsh/site-functions/_luban",
        ]
      #expect(Set(files.map(String.init)) == Set(expected) && files.count == expected.count)
      #expect(try run("$prefix/bin/luban version").output == run("luban version").output)
      #expect(try run("readelf --section-headers $prefix/bin/luban | grep -c debug").output == "0\n")
      #expect(try run("bash -n $prefix/share/bash-completion/completions/luban").exitCode == 0)

      let stranger = "touch $prefix/share/man/man1/lubanesque.1"
      #expect(try run("\(stranger); .ci/install --remove $prefix").exitCode == 0)
      #expect(try run("cd $prefix && find . -type f").output == "./share/man/man1/lubanesque.1\n")
    }
  }

  @Test("man reads every page without a warning, knows what it is about, and has Luban's exit codes")
  func manual() throws {
    try Self.installed { run in
      #expect(try run("luban reference manual $prefix").exitCode == 0)
      let warnings = try run("cd $prefix && groff -k -ww -man -Tutf8 -z *.1 2>&1")
      #expect(warnings == .init(output: "", talk: "", exitCode: 0))
      let known = try run("cd $prefix && lexgrog *.1 | sed 's/.*: \"//; s/ - .*//'").output
        .split(separator: "\n").map(String.init)
      #expect(Set(known).isSuperset(of: Self.pages(of: try CommandTree.root())))
      #expect(known.contains("luban-partner-activate"), "another name of luban partner reactivate")

      let page = try run("man --warnings -E UTF-8 -l $prefix/luban-enroll-import.1 | col -b")
      #expect(page.talk == "")
      let headings = page.output.split(separator: "\n").filter { $0.first?.isUppercase == true }
      #expect(
        headings.dropFirst().prefix(7) == [
          "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "SEE ALSO",
        ])
      #expect(page.output.contains("luban enroll import [options] file\n"))
      #expect(page.output.contains("luban enroll import people.csv --cohort UZ-TAS-LOG-2026A \\\n"))
      #expect(
        try run("man -l $prefix/luban-enroll-students.1 | col -b").output.contains(
          "luban enroll students --cohort cohort [options] [students ...]\n"))
      let words = page.output.split { $0.isWhitespace }.joined(separator: " ")
      let codes = try run("luban exit-codes").output.split(separator: "\n").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      #expect(codes.count > 10)
      #expect(words.contains(" EXIT STATUS \(codes.joined(separator: " ")) SEE ALSO "))
    }
  }
}
