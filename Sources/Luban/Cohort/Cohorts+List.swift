import Postgres

extension Cohorts {
  /// Cohorts as a listing, by intake.
  ///
  /// - Parameters:
  ///   - workshop: of a workshop.
  ///   - country: of a country, by its two letters.
  ///   - program: of a program.
  ///   - status: in a status.
  ///   - intakeFrom: with an intake on this day or later.
  ///   - intakeTo: with an intake on this day or earlier.
  ///   - knownAt: as far as had been recorded by then; `nil` for all that is known.
  public func list(
    workshop: WorkshopCode? = nil, country: String? = nil, program: ProgramCode? = nil,
    status: CohortStatus? = nil,
    intakeFrom: Day? = nil, intakeTo: Day? = nil, knownAt: KnownTime? = nil
  ) -> Listing {
    Listing(
      "cohort",
      """
      code (workshop country) program (edition) status intake planned_end (window_opens window_closes) \
      capacity* seats_held* waiting*
      """, by: "intake code", knownAt: knownAt,
      where: [
        .equals("workshop", workshop), .country("country", country), .equals("program", program),
        .equals("status", status), .from("intake", intakeFrom), .upTo("intake", intakeTo),
      ])
  }
}
