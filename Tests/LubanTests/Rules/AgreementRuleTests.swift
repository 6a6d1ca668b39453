import Luban
import Postgres
import Support
import Testing

@Suite("Rules of agreements")
struct AgreementRuleTests {
  private static let breaches = [
    Breach("agreement_code_is_unique", "update agreement set code = 'A-2' where code = 'A-1'"),
    Breach("agreement_number_is_short", "update agreement set number = ' '"),
    Breach("code_is_short_and_upper_case", "update agreement set code = 'a 1' where code = 'A-1'"),
    Breach(
      "agreement_expires_after_it_begins",
      "update agreement set expires_on = effective_on where code = 'A-1'"),
    Breach(
      "agreement_is_signed_before_it_expires",
      "update agreement set signed_on = expires_on where code = 'A-1'"),
    Breach(
      "agreement_ends_after_it_begins",
      "update agreement set ended_on = '2023-12-31', end_reason = 'x' where code = 'A-1'"),
    Breach(
      "agreement_ends_before_it_expires",
      "update agreement set ended_on = expires_on, end_reason = 'x' where code = 'A-1'"),
    Breach(
      "agreement_end_has_a_reason", "update agreement set ended_on = '2026-06-01' where code = 'A-1'"),
    Breach("agreement_end_has_a_reason", "update agreement set end_reason = 'x' where code = 'A-1'"),
    Breach(
      "agreement_end_reason_is_not_blank",
      "update agreement set ended_on = '2026-06-01', end_reason = ' ' where code = 'A-1'"),
    Breach("agreement_is_ended_once", "update agreement set ended_on = '2026-07-01' where code = 'OLD'"),
    Breach(
      "agreement_is_ended_once",
      "update agreement set ended_on = null, end_reason = null where code = 'OLD'"),
    Breach("agreement_does_not_renew_itself", "update agreement set renews_id = id where code = 'A-1'"),
    Breach(
      "agreement_renews_an_earlier_one",
      "update agreement set renews_id = (select id from agreement where code = 'A-2') where code = 'A-1'"),
    Breach(
      "agreement_is_renewed_once",
      """
      update agreement set renews_id = (select id from agreement where code = 'A-1'), effective_on = '2027-01-01'
      where code = 'A-3'
      """),
    Breach(
      "agreement_has_two_parties",
      "insert into agreement (code, kind, effective_on) values ('A-9', 'memorandum', '2026-01-01')"),
    Breach(
      "agreement_has_two_parties",
      "delete from agreement_party where partner_id = (select id from partner where code = 'UZ-A')"),
    Breach(
      "agreement_party_is_known",
      "insert into agreement_party (agreement_id, partner_id) select id, -1 from agreement"),
    Breach(
      "agreement_parties_are_in_good_standing",
      """
      insert into agreement_party (agreement_id, partner_id)
      select a.id, i.id from agreement a, partner i where (a.code, i.code) = ('A-1', 'UZ-S')
      """),
    Breach(
      "agreement_parties_are_in_good_standing",
      """
      update agreement_party set partner_id = (select id from partner where code = 'UZ-S')
      where partner_id = (select id from partner where code = 'UZ-A')
      """),
    Breach(
      "agreement_parties_are_in_good_standing",
      "update agreement set signed_on = '2020-06-01' where code = 'PAST'"),
    Breach(
      "agreement_outlasts_no_partnership", "update agreement set expires_on = null where code = 'PAST'"),
    Breach(
      "agreement_outlasts_no_partnership",
      """
      insert into agreement_party (agreement_id, partner_id)
      select a.id, i.id from agreement a, partner i where (a.code, i.code) = ('LONG', 'UZ-E')
      """),
    Breach(
      "agreement_renews_an_earlier_one",
      "update agreement set effective_on = '2026-06-01' where code = 'A-1'"),
    Breach(
      "agreement_covers_a_program_once",
      """
      insert into agreement_scope (workshop_id, agreement_id, program_id)
      select workshop_id, agreement_id, program_id from agreement_scope
      """),
  ]

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice { office in
      try await office.agreement()
      var renewal = AgreementRenewal(code: "A-2")
      renewal.effectiveOn = Day("2026-06-01")
      try await office.agreements.renew("A-1", as: renewal)
      try await office.agreement("A-3", covers: [AgreementScope(workshop: "UZ-TAS", program: "LOG")])
      try await office.agreement("OLD")
      try await office.agreements.end("OLD", on: try #require(Day("2026-06-01")), reason: "old")
      try await office.partner("UZ-S")
      try await office.partners.suspend("UZ-S", on: try #require(Day("2021-06-01")), reason: "accreditation")
      // UZ-E was suspended for June 2020 and ended in 2023: PAST expired before, LONG was signed before and lasts.
      try await office.partner("UZ-E")
      for (number, party, expires) in [("PAST", "UZ-E", "2022-01-01"), ("LONG", "UZ-B", "2091-01-01")]
        as [(AgreementCode, PartnerCode, String)]
      {
        if party != "UZ-E" { try await office.partner(party) }
        try await office.agreements.add(
          number, of: [party, "UZ-A"],
          AgreementDetails {
            ($0.kind, $0.signedOn, $0.effectiveOn, $0.expiresOn) = (
              .equipment, Day("2021-01-01"), Day("2021-01-01"), Day(expires)
            )
          })
      }
      try await office.partners.suspend("UZ-E", on: try #require(Day("2020-06-01")), reason: "accreditation")
      try await office.partners.activate("UZ-E", on: try #require(Day("2020-07-01")))
      try await office.partners.end("UZ-E", on: try #require(Day("2023-01-01")), reason: "merged")
      await office.expectRefused(Self.breaches)
    }
  }
}
