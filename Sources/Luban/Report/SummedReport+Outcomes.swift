import Postgres

extension SummedReport {
  /// What became of graduates, a row for each survey point.
  public static let outcomes = SummedReport(
    "outcomes", keys: [Column("months", isChief: true)], shared: "graduates",
    """
    graduates completers (contacted reachable) answered unknown response* (response_of_reachable placed) \
    placement* (working) employment* (in_field field_known) in_field_rate further_study further_study_rate \
    (seeking other chinese_funded funding_known chinese_funded_rate satisfied satisfaction_known satisfaction)
    """
  ) { day, known in
    "select * from report.outcome_figure(\(day), \(fragment: known))"
  }
}
