import Luban
import Postgres
import Support
import Testing

@Suite("Rules of partners")
struct PartnerRuleTests {
  private static let ofA: SQL = "(select id from partner where code = 'UZ-A')"

  private static func event(_ status: String, on day: String, reason: String?) -> SQL {
    """
    insert into partner_event (partner_id, nth, status, effective_on, reason)
    select id, 9, \(status)::partner_status, \(day)::date, \(reason) from partner where code = 'UZ-A'
    """
  }

  private static let breaches = [
    Breach("partner_code_is_unique", "update partner set code = 'CN-B' where code = 'UZ-A'"),
    Breach(
      "partner_uid_is_unique",
      "update partner set uid = (select uid from partner where code = 'CN-B') where code = 'UZ-A'"),
    Breach("code_is_short_and_upper_case", "update partner set code = 'uz-a' where code = 'UZ-A'"),
    Breach("partner_country_is_known", "update partner set country = 'ZZ' where code = 'FREE'"),
    Breach("partner_city_is_in_its_country", "update partner set country = 'KZ' where code = 'UZ-A'"),
    Breach("partner_city_is_in_its_country", "update partner set city_id = -1 where code = 'UZ-A'"),
    Breach(
      "partner_website_has_no_blanks", "update partner set website = 'a b' where code = 'UZ-A'"),
    Breach("partner_website_has_no_blanks", "update partner set website = '' where code = 'UZ-A'"),
    Breach(
      "partner_begins_as_prospect",
      "insert into partner (code, kind, country, status) values ('UZ-X', 'school', 'UZ', 'active')"),
    Breach(
      "partner_has_a_name",
      "insert into partner (code, kind, country) values ('UZ-X', 'school', 'UZ')"),
    Breach("partner_has_a_name", "delete from partner_name"),
    Breach("partner_has_a_name", "update partner_name set valid_to = '2026-01-01'"),
    Breach("partner_name_is_not_blank", "update partner_name set name = ' '"),
    Breach("language_tag_is_bcp47", "update partner_name set language = 'English'"),
    Breach(
      "partner_name_period_is_in_order",
      "update partner_name set valid_from = '2026-01-01', valid_to = '2026-01-01'"),
    Breach(
      "partner_has_one_name_at_a_time",
      """
      insert into partner_name (partner_id, language, name, valid_from)
      values (\(fragment: ofA), 'en', 'x', '2026-01-01')
      """),
    Breach("contact_email_has_an_at_sign", "update partner_contact set email = 'nowhere'"),
    Breach("contact_phone_is_a_number", "update partner_contact set phone = 'ask Anvar'"),
    Breach("contact_can_be_reached", "update partner_contact set email = null"),
    Breach("person_name_is_clean", "update partner_contact set name = ' Karimov'"),
    Breach(
      "contact_is_once_at_a_partner",
      """
      insert into partner_contact (partner_id, nth, name, email)
      select partner_id, 2, name, email from partner_contact
      """),
    Breach("partner_change_is_allowed", event("prospect", on: "2026-06-01", reason: nil)),
    Breach("partner_change_is_allowed", event("active", on: "2026-06-01", reason: nil)),
    Breach("partner_events_follow_each_other", event("suspended", on: "2019-12-31", reason: "x")),
    Breach("partner_event_says_why", event("suspended", on: "2026-06-01", reason: nil)),
    Breach("partner_event_says_why", event("suspended", on: "2026-06-01", reason: " ")),
    Breach("partner_ends_when_nothing_hangs_on_it", event("ended", on: "2026-06-01", reason: "merged")),
    Breach("events_are_kept", "update partner_event set reason = 'another'"),
    Breach("events_are_kept", "delete from partner_event"),
    Breach("status_follows_events", "update partner set status = 'suspended' where code = 'UZ-A'"),
    Breach("partner_is_kept_while_anything_hangs_on_it", "delete from partner where code = 'UZ-A'"),
    Breach("partner_is_kept_while_anything_hangs_on_it", "delete from partner where code = 'CN-S'"),
    Breach("partner_is_kept_while_anything_hangs_on_it", "delete from partner where code = 'UZ-H'"),
  ]

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice { office in
      try await office.agreement()
      var changes = PartnerDetails()
      changes.city = NamedCity("Bukhara", isNew: true)
      try await office.partners.edit("UZ-A", changes)
      try await office.partners.addContact(NewContact(name: "Karimov", email: "k@example.org"), to: "UZ-A")
      // FREE and CN-S are prospects without history; a stage of a program is taught at CN-S. UZ-H has a history.
      for (code, country) in [("FREE", "UZ"), ("CN-S", "CN")] as [(PartnerCode, String)] {
        try await office.partners.add(
          code, PartnerDetails { ($0.kind, $0.country, $0.names) = (.school, country, ["en": "School"]) })
      }
      try await office.partner("UZ-H")
      var program = ProgramDetails()
      program.stages = [ProgramStage(place: "Tianjin", months: 24, partner: "CN-S")]
      try await office.programs.edit("LOG", program)
      await office.expectRefused(Self.breaches)
    }
  }

  @Test("a partner on which nothing hangs is deleted with its names and contacts")
  func deletion() async throws {
    try await withOffice { office in
      try await office.partners.add(
        "FREE", PartnerDetails { ($0.kind, $0.country, $0.names) = (.school, "UZ", ["en": "School"]) })
      try await office.partners.addContact(NewContact(name: "Karimov", email: "k@example.org"), to: "FREE")
      let left = try await office.database.write { tx in
        try tx.execute("delete from partner where code = 'FREE'")
        try tx.execute("set constraints all immediate")
        return try tx.one(
          """
          select (select count(*) from partner) + (select count(*) from partner_name)
            + (select count(*) from partner_contact)
          """, as: Int.self)
      }
      #expect(left == 0)
    }
  }
}
