import Luban
import Postgres
import Support
import Testing

@Suite("Rules of closed periods")
struct PeriodRuleTests {
  /// A closing like the one that is there, but for one column.
  private static func closing(_ column: SQL, _ value: SQL) -> SQL {
    """
    insert into closing (workshop_id, year, nth, as_of, known_at, release, definitions, reason, recorded_at)
    select n.workshop_id, n.year, n.nth, n.as_of, n.known_at, n.release, n.definitions, n.reason, n.recorded_at
    from closing c, jsonb_populate_record(c, jsonb_build_object('nth', 2, 'reason', 'again')
      || jsonb_build_object(\(fragment: column), \(fragment: value))) n
    """
  }

  private static let breaches = [
    Breach("closing_is_of_a_workshop", closing("'workshop_id'", "99")),
    Breach("closing_year_is_plausible", closing("'year'", "1989")),
    Breach("closing_counts_from_one", closing("'nth'", "0")),
    Breach("period_is_closed_once", closing("'nth', 1, 'reason'", "null")),
    Breach("closing_is_of_its_year_or_later", closing("'as_of'", "'2023-12-31'")),
    Breach("closing_again_has_a_reason", closing("'reason'", "null")),
    Breach("closing_again_has_a_reason", closing("'reason'", "' '")),
    Breach("closing_again_has_a_reason", closing("'nth'", "1")),
    Breach("closing_tells_what_was_recorded", closing("'known_at'", "now() + interval '1 hour'")),
    Breach("fact_is_of_today_or_earlier", closing("'as_of'", "current_date + 3")),
    Breach("closings_are_kept", "update closing set as_of = as_of"),
    Breach("closings_are_kept", "delete from closing"),
    Breach("closings_are_kept", "update closed_figure set value = 1"),
    Breach("closings_are_kept", "delete from closed_figure"),
    Breach(
      "figures_come_with_their_closing",
      """
      insert into closed_figure (workshop_id, year, nth, report, record, indicator, value)
      select workshop_id, year, nth, 'overview', 'degree_education', 'late', 1 from closing
      """),
    Breach(
      "closed_figure_is_kept_once",
      "insert into closed_figure select * from closed_figure where indicator = 'students'"),
    Breach(
      "closed_figure_is_of_a_closing",
      """
      insert into closed_figure (workshop_id, year, nth, report, record, indicator, value)
      select workshop_id, year, 7, 'overview', 'degree_education', 'students', 1 from closing
      """),
  ]

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice(.graduation) { office in
      _ = try await office.closing()
      await office.expectRefused(Self.breaches)
    }
  }

  @Test("a day to come, a year before its first day and one that is closed are refused by the service")
  func service() async throws {
    try await withOffice(.graduation) { office in
      let toCome = try await office.dayToCome()
      await expectBroken("fact_is_of_today_or_earlier") { try await office.closing(asOf: toCome.iso) }
      await expectBroken("closing_is_of_its_year_or_later") { try await office.closing(asOf: "2023-12-31") }
      await expectBroken("closing_again_has_a_reason") { try await office.closing(again: "never closed") }
      _ = try await office.closing()
      await #expect {
        _ = try await office.closing()
      } throws: { error in
        guard case LubanError.conflict(let rule) = error else { return false }
        return rule.name == "period_is_closed_once" && rule.detail == "2024 is closed already at UZ-TAS"
      }
    }
  }
}
