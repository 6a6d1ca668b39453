import Luban
import Messages

/// What a page tells beside the rows of a listing.
struct PageStory {
  /// What it is.
  var title = ""
  /// What it is of, where it is a report.
  var manifest: ReportManifest?
  /// What its figures are; none where it is no report.
  var figures: [ReportFigure] = []
  /// Counts of which each is a part of the one before.
  var stages: [String] = []

  /// None but the rows.
  init() {}

  /// The story of a command: what its help says that it is.
  init(of command: any ListingCommand.Type) {
    let abstract = Speech.catalog.text(command.configuration.abstract, in: "help")
    title = abstract.last.map { ".。".contains($0) } == true ? String(abstract.dropLast()) : abstract
  }
}

/// A report, whose figures `report.indicator` explains.
protocol FigureCommand: ReportingCommand {
  /// The name under which it has them.
  static var report: String { get }
  /// Counts of which each is a part of the one before, from the first to the last.
  static var stages: [String] { get }
}

extension FigureCommand {
  static var report: String { configuration.commandName ?? "" }
  static var stages: [String] { [] }

  func story(of office: Office) async throws -> PageStory {
    var story = PageStory(of: Self.self)
    story.figures = try await office.reports.figures(of: Self.report)
    story.stages = Self.stages
    return story
  }
}
