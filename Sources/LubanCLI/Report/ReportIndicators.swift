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

  func rows(of office: Office) -> Listing { rows(of: office, []) }

  private func rows(of office: Office, _ names: [String]) -> Listing {
    var headings: [String: String] = [:]
    if listing.isForPeople() {
      for column in office.reports.cohorts().columns {
        let heading = TextColumn(column).heading(in: Speech.catalog)
        if heading != column.name {
          headings[column.name] = heading + Speech.catalog.remarks([column.name])
        }
      }
    }
    return office.reports.indicators(names, headings: headings)
  }

  func run(_ office: Office) async throws {
    let columns = office.reports.cohorts().columns
    let names = figures.map { figure in
      columns.first { TextColumn($0).heading(in: Speech.catalog) == figure }?.name ?? figure.lowercased()
    }
    let known = try await office.reports.indicatorNames()
    for name in names where !known.contains(name) {
      throw LubanError.notFound(
        noun: "figure", code: name, nearest: nearest(name, in: known, atMost: 3))
    }
    var options = listing
    // Of a few that were named, all is told.
    if !names.isEmpty, listing.isTable { options.expanded = true }
    try await options.write(rows(of: office, names), of: office)
  }
}
