import ArgumentParser
import Luban
import Tabular

/// What the pages of docs/reference say.
enum ReferencePages {
  /// Every command with its help, as the program prints it.
  static func commands() throws -> DocumentPage {
    DocumentPage(
      file: "commands", title: "# Commands",
      lines: ["", "As `--help` of each prints it."] + (try help(of: Root.self, called: ["luban"])))
  }

  static var exitCodes: DocumentPage {
    DocumentPage(
      file: "exit-codes", title: "# Exit codes",
      lines: ["", "| code | meaning |", "| ---: | --- |"]
        + Exit.allCases.map { "| \($0.rawValue) | \($0.meaning) |" })
  }

  static var importColumns: DocumentPage {
    DocumentPage(
      file: "import-columns", title: "# Columns of an import",
      lines: [
        "",
        "In any order; a header may be the name or one of the others, in any case; `--map \"Header=column\"` "
          + "names any other. Accents, width, punctuation, remarks in brackets and a second language beside "
          + "it do not matter.",
      ] + ImportForm.all.flatMap { columns(of: $0) } + words)
  }

  /// The headers that columns of these names are known by in whichever form.
  private static var words: [String] {
    [
      "", "## Headers in all languages", "",
      "Of a column of this name in any form, where another of its columns is not known by the same word.", "",
      "| column | headers |", "| --- | --- |",
    ]
      + HeaderWords.columns.map {
        "| `\($0)` | \(cell(HeaderWords.words(for: $0).joined(separator: ", "))) |"
      }
  }

  private static func columns(of form: ImportForm) -> [String] {
    ["", "## \(form.name)", "", "| column | holds | other headers | example |", "| --- | --- | --- | --- |"]
      + form.template.map {
        "| `\($0.name)` | \(cell($0.told())) | \($0.aliases.joined(separator: ", ")) | \($0.example) |"
      }
  }

  static func reports(_ lines: [String], of office: Office) -> DocumentPage {
    DocumentPage(
      file: "report-columns", title: "# Columns of the reports",
      lines: ["", "Formulas and sources: [indicators](indicators.md)."]
        + lines
        + report(
          "luban report roster",
          office.reports.roster().columns.map { "| `\($0.name)` | \(cell($0.meaning)) |" }))
  }

  static func listings(_ lines: [String]) -> DocumentPage {
    DocumentPage(
      file: "listing-columns", title: "# Columns of the listings",
      lines: [
        "", "What `--columns` and `--sort` take, and the header of CSV and JSON.", "",
        "| column | meaning | listings |", "| --- | --- | --- |",
      ] + lines)
  }

  static func rules(_ lines: [String], _ actions: ActionWords) -> DocumentPage {
    DocumentPage(
      file: "rules", title: "# Rules",
      lines: ["", "| name | rule | way out | actions | held by |", "| --- | --- | --- | --- | --- |"] + lines
        + [
          "", "## Actions", "", "What helps where a rule is broken; a front has words of its own for each.",
          "",
          "| name | in plain English | at the command line |", "| --- | --- | --- |",
        ]
        + Set(actions.sentences.keys).union(ActionWords.commands.sentences.keys).sorted().map {
          "| `\($0)` | \(actions.sentences[$0] ?? "") | \(ActionWords.commands.sentences[$0] ?? "") |"
        })
  }

  static func schema(_ lines: [String]) -> DocumentPage {
    DocumentPage(file: "schema", title: "# Schema", lines: [""] + lines)
  }

  private static func help(of command: any ParsableCommand.Type, called words: [String]) throws -> [String] {
    let page = try HelpPage(of: command, called: words).lines(TextStyle(width: 100))
    let own = ["", "## \(words.joined(separator: " "))", "", "```"] + page + ["```"]
    return own
      + (try command.configuration.subcommands.filter { $0.configuration.shouldDisplay }.flatMap { below in
        try help(of: below, called: words + [below._commandName])
      })
  }

  private static func report(_ command: String, _ lines: [String]) -> [String] {
    ["", "## \(command)", "", "| column | meaning |", "| --- | --- |"] + lines
  }

  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
