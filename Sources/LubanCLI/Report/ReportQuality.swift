import ArgumentParser
import Luban
import Messages
import Tabular

struct ReportQuality: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "quality", abstract: "The report on quality: what to mend before reporting.",
    discussion: """
      What is missing, what contradicts itself, and who is likely known under two numbers: how often it was \
      found, and among how much that was looked at. People are told in the cohort of their last enrollment; \
      partners and agreements are of no cohort, and left out where cohorts are asked for. --who lists what a \
      finding found, with the commands that mend it; names are told by luban student show.

      Examples:
        luban report quality --workshop UZ-TAS --as-of 2026-06-30
        luban report quality --workshop UZ-TAS --by cohort --all --output quality.xlsx
        luban report quality --workshop UZ-TAS --who outcome_missing
        luban report quality --cohort UZ-TAS-LOG-2022A --who all --format csv
      """)

  @Option(help: ArgumentHelp("What a row is of; may be repeated.", valueName: "cut"))
  var by: [ReportCut] = [.workshop]
  @Flag(help: "Also findings of which nothing was found.")
  var all = false
  @Option(
    help: ArgumentHelp(
      "Instead of how often, what this finding found; all for every one.", valueName: "finding|all"))
  var who: String?
  @OptionGroup var scope: ReportOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var file: ReportFileOptions
  @OptionGroup var listing: ListingOptions

  func validate() throws {
    if who != nil, all {
      throw ValidationError(saying: "--who lists what was found, and goes without --all.")
    }
  }

  func story(of office: Office) async throws -> PageStory {
    var story = PageStory(of: Self.self)
    if who == nil { story.figures = try await office.reports.figures(of: "quality") }
    return story
  }

  func rows(of office: Office) async throws -> Listing {
    var scope = scope.scope
    (scope.asOf, scope.knownAt) = (figures.asOf, try await figures.moment(office))
    guard let who else { return try office.reports.quality(scope, by: by, withAll: all) }
    let findings = try await office.reports.qualityFindings()
    guard who == "all" || findings.contains(where: { $0.id == who }) else {
      throw LubanError.notFound(
        noun: "finding", code: who, nearest: nearest(who, in: findings.map(\.id), atMost: 3))
    }
    let words = findings.map { ($0.mend, ActionWords.commands.say("", $0.actions)) }
    return office.reports.toMend(
      who == "all" ? nil : who, scope,
      words: isForPeople ? Dictionary(words) { first, _ in first } : [:])
  }
}
