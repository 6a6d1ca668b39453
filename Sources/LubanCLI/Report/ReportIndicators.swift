import ArgumentParser
import Luban
import Tabular

struct ReportIndicators: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators",
    abstract: "Explains the figures of the reports: what each counts, and of what.",
    discussion: """
      A figure is named as its column is, by the name that CSV has or by its heading. Rates have the two \
      counts that they are made of; a count that is a part of another one names it.

      Examples:
        luban report indicators
        luban report indicators retention
      """)

  @Argument(help: "Names or headings of the figures; all unless given.")
  var figures: [String] = []
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    let headings = reports(of: office).joined().compactMap { column -> (String, String)? in
      let heading = TextColumn(column).heading(in: Speech.catalog)
      return heading == column.name ? nil : (column.name, heading + Speech.catalog.remarks([column.name]))
    }
    return office.reports.indicators(
      names(of: office),
      headings: listing.isForPeople() ? Dictionary(headings) { first, _ in first } : [:])
  }

  private func names(of office: Office) -> [String] {
    figures.map { figure in
      reports(of: office).reduce(figure) { ListingOptions.named($0, in: $1) }.lowercased()
    }
  }

  /// The columns of each report whose figures are explained.
  private func reports(of office: Office) -> [[Column]] {
    FigureReport.all.map(office.reports.columns) + [Reports.columnsOfQuality]
  }

  func run(_ office: Office) async throws {
    let known = try await office.reports.indicatorNames()
    for name in names(of: office) where !known.contains(name) {
      throw LubanError.notFound(
        noun: "figure", code: name, nearest: nearest(name, in: known, atMost: 3))
    }
    var options = listing
    // Of a few that were named, all is told.
    if !figures.isEmpty, listing.isTable { options.expanded = true }
    try await options.write(rows(of: office), of: office)
  }
}
