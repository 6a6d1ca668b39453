import Luban
import Messages

/// A report, whose figures `report.indicator` explains, and whose counts tell whom they count.
protocol FigureCommand: ReportingCommand {
  /// Counts of which each is a part of the one before, from the first to the last.
  static var stages: [String] { get }
  /// The report, with what its rows are of.
  var report: FigureReport { get }
  /// What it is about, but for day and time.
  var about: ReportScope { get }
  var figures: ReportFigureOptions { get }
  /// Whether it is asked for totals.
  var hasTotals: Bool { get }
}

extension FigureCommand {
  static var stages: [String] { [] }
  var hasTotals: Bool { false }

  func rows(of office: Office) async throws -> Listing {
    let scope = try await figures.scope(about, office)
    if let who = figures.who {
      return try await office.reports.members(of: named(who, office), in: report, scope)
    }
    let rows = try await office.reports.rows(of: report, scope, withTotals: hasTotals)
    return try await figures.shown(rows, of: office)
  }

  func name(_ given: inout GivenOptions, of office: Office) {
    given["who"] = given["who"].map { named($0, office) }
  }

  private func named(_ count: String, _ office: Office) -> String {
    ListingOptions.named(count, in: office.reports.columns(of: report))
  }

  var remark: Message? {
    figures.who == nil
      ? nil : "Who they are: luban student show, or luban instructor show."
  }

  func story(of office: Office) async throws -> PageStory {
    var story = PageStory(of: Self.self)
    if figures.who != nil { return story }
    story.figures = try await office.reports.figures(of: report)
    story.stages = Self.stages
    return story
  }
}
