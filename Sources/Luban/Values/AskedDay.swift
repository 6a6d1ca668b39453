import Postgres

/// A day for which something is asked, and where.
///
/// Today is the day it is at the workshop that is named, be it by a cohort or a student of it. Where none is,
/// it is the furthest day on earth, so that nothing that has been noted anywhere is left out.
struct AskedDay: Sendable {
  let day: Day
  var workshop: WorkshopCode?
  var cohort: CohortCode?
  /// What else is named, which has no part in which day it is.
  var others: [NamedCode] = []

  /// What is named.
  var codes: [NamedCode] { [NamedCode(workshop), NamedCode(cohort)].compactMap(\.self) + others }

  init(_ day: Day, workshop: WorkshopCode? = nil, cohort: CohortCode? = nil) {
    self.day = day
    self.workshop = workshop
    self.cohort = cohort
  }
}

extension Office {
  /// The day that is meant: for today the day it is at a workshop, or that of a cohort, or of none the
  /// furthest on earth.
  public func actualDay(
    _ day: Day, at workshop: WorkshopCode? = nil, of cohort: CohortCode? = nil
  ) async throws -> Day {
    if day != .today { return day }
    return try await read { tx in try tx.day(AskedDay(day, workshop: workshop, cohort: cohort)) }
  }
}

extension Transaction {
  /// The day that is meant.
  func day(_ asked: AskedDay) throws -> Day {
    guard asked.day == .today else { return asked.day }
    return try one(
      """
      select today(coalesce((select id from workshop where code = \(asked.workshop)),
        (select workshop_id from cohort where code = \(asked.cohort))))
      """, as: Day.self)
  }
}
