import Luban
import Postgres
import Support

extension Walker {
  static let periodCommands: [Command] = [Command("close a year", 2) { try await $0.closeYear() }]

  private mutating func closeYear() async throws {
    let on = day()
    let year = Int(on.iso.prefix(4)) ?? 2024
    let again = chance(70) ? "a walk" : nil
    words = "close \(year) as of \(on)"
    let begun = try await office.knownMoment(nil).time
    _ = try await office.periods.close(
      year, asOf: on, knownAt: office.knownMoment(begun.description).time, by: "a walk",
      at: chance(50) ? "UZ-TAS" : nil, again: again)
  }
}

extension Office {
  /// Figures of closed years of which the same functions say something else of the same time.
  func closedFiguresThatDiffer() async throws -> [String] {
    let years = try await database.read { tx in
      try tx.rows("select distinct year from closing order by year", as: Int.self)
    }
    var wrong: [String] = []
    for year in years {
      let listing = try await periods.restated(year, knownAt: knownMoment(nil).time)
      wrong += try await rows(of: listing, Page(columns: ["key", "by_definition"]))
        .filter { $0[1] != "0" }.map { "\(year): \($0[0] ?? "") by \($0[1] ?? "")" }
    }
    return wrong
  }
}
