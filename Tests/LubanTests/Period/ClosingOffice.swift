import Luban
import Support

extension Office {
  /// A year closed as it is known now.
  func closing(
    _ year: Int = 2024, asOf: String = "2024-12-01", at workshop: WorkshopCode? = nil,
    again reason: String? = nil, knownAt: KnownTime? = nil
  ) async throws -> PeriodClosing {
    let now = try await knownMoment(knownMoment(nil).time.description).time
    return try await periods.close(
      year, asOf: day(asOf), knownAt: knownAt ?? now, by: "luban of a test", at: workshop, again: reason)
  }

  /// What of a closed year is told otherwise: figure, kept, now, by data, by definition.
  func restated(_ year: Int = 2024, workshop: WorkshopCode? = nil) async throws -> [String] {
    let listing = try await periods.restated(year, workshop: workshop, knownAt: knownMoment(nil).time)
    return try await csv(listing, Page(columns: ["key", "kept", "now", "by_data", "by_definition"]))
      .split(separator: "\n").dropFirst().map(String.init)
  }
}
