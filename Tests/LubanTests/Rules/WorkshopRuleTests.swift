import Luban
import Postgres
import Support
import Testing

@Suite("Rules of workshops")
struct WorkshopRuleTests {
  private static func role(_ code: String, in workshop: String) -> SQL {
    """
    insert into workshop_role (workshop_id, partner_id, role)
    select w.id, i.id, 'lead' from workshop w, partner i where (w.code, i.code) = (\(workshop), \(code))
    """
  }

  private static let breaches = [
    Breach("workshop_code_is_unique", "update workshop set code = 'UZ-OLD' where code = 'UZ-TAS'"),
    Breach(
      "workshop_uid_is_unique",
      "update workshop set uid = (select uid from workshop where code = 'UZ-OLD') where code = 'UZ-TAS'"),
    Breach("code_is_short_and_upper_case", "update workshop set code = 'uz' where code = 'UZ-TAS'"),
    Breach("titles_are_by_language", "update workshop set titles = '{}' where code = 'UZ-TAS'"),
    Breach("workshop_country_is_known", "update workshop set country = 'ZZ' where code = 'UZ-OLD'"),
    Breach("workshop_city_is_in_its_country", "update workshop set country = 'KZ' where code = 'UZ-TAS'"),
    Breach("workshop_city_is_in_its_country", "update workshop set city_id = -1 where code = 'UZ-TAS'"),
    Breach("workshop_change_is_allowed", "update workshop set status = 'preparing' where code = 'UZ-TAS'"),
    Breach("workshop_change_is_allowed", "update workshop set status = 'operating' where code = 'UZ-OLD'"),
    Breach(
      "workshop_closes_when_no_cohort_runs", "update workshop set status = 'closed' where code = 'UZ-TAS'"),
    Breach(
      "workshop_milestone_is_once",
      """
      insert into workshop_event (workshop_id, nth, kind, happened_on)
      select workshop_id, 9, kind, happened_on from workshop_event
      """),
    Breach("partial_date_is_iso", "update workshop_event set happened_on = 'May 2024'"),
    Breach("partial_date_is_in_the_calendar", "update workshop_event set happened_on = '2023-02-29'"),
    Breach(
      "workshop_role_partner_is_known",
      """
      insert into workshop_role (workshop_id, partner_id, role, until)
      select id, -1, 'host', '2026-01-01' from workshop
      """),
    Breach("workshop_role_period_is_in_order", "update workshop_role set until = since"),
    Breach(
      "workshop_role_is_taken_once_at_a_time",
      """
      insert into workshop_role (workshop_id, partner_id, role, since)
      select workshop_id, partner_id, role, '2027-01-01' from workshop_role
      """),
    Breach("workshop_role_is_of_a_partner_in_good_standing", role("UZ-S", in: "UZ-TAS")),
    Breach("workshop_role_is_in_a_living_workshop", role("UZ-A", in: "UZ-OLD")),
    Breach("workshop_keeps_a_host_while_cohorts_run", "delete from workshop_role"),
    Breach("workshop_keeps_a_host_while_cohorts_run", "update workshop_role set until = '2027-01-01'"),
    Breach("workshop_keeps_a_host_while_cohorts_run", "update workshop_role set role = 'lead'"),
  ]

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice { office in
      try await office.ground()
      for code in ["UZ-A", "UZ-S"] as [PartnerCode] { try await office.partner(code) }
      try await office.partners.suspend("UZ-S", on: try #require(Day("2025-06-01")), reason: "accreditation")
      var changes = WorkshopDetails()
      changes.status = .operating
      changes.city = NamedCity("Bukhara", isNew: true)
      changes.newRoles = [NamedRole(.host, "UZ-A")]
      changes.day = Day("2026-01-01")
      changes.milestones = [WorkshopMilestone(.signed, try #require(PartialDate("2022-07")))]
      try await office.workshops.edit("UZ-TAS", changes)
      try await office.cohort()
      try await office.workshops.open("UZ-OLD", in: "UZ", WorkshopDetails { $0.titles = ["en": "Old"] })
      try await office.workshops.close("UZ-OLD", on: try #require(Day("2026-01-01")))
      await office.expectRefused(Self.breaches)
    }
  }

  @Test("a host may leave when the cohorts are over")
  func hostLeaves() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.partner("UZ-A")
      var changes = WorkshopDetails()
      changes.newRoles = [NamedRole(.host, "UZ-A")]
      changes.day = Day("2026-01-01")
      try await office.workshops.edit("UZ-TAS", changes)
      try await office.cohort(plannedEndOn: "2028-07-01")
      changes.newRoles = []
      changes.endedRoles = [NamedRole(.host, "UZ-A")]
      changes.day = Day("2028-07-02")
      let workshop = try await office.workshops.edit("UZ-TAS", changes)
      #expect(workshop.roles.map(\.until) == [Day("2028-07-02")])
    }
  }
}
