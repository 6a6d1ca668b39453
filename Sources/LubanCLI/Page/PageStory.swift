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
