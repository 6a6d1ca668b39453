import Support
import Testing

@testable import Luban

@Suite("Days as people write them")
struct WrittenDayTests {
  private static let sure = [
    "2008-03-14": [
      "2008-03-14", "2008-3-14", "2008/3/14", "2008/03/14", "2008.3.14", "20080314", "2008年3月14日",
      "2008年03月14号",
      "2008 年 3 月 14 日", "2008年3月14日 星期五", "２００８年３月１４日", "14.03.2008", "14.3.2008", "14. 03. 2008",
      "14.03.2008г.", "14.03.2008 г.", "14.03.2008 года", "14 марта 2008", "14 марта 2008 г.",
      "14 МАРТА 2008 Г.",
      "14 марта 2008 года", "14 мар. 2008", "14-мар-2008", "14.мар.2008", "пятница, 14 марта 2008 г.",
      "14 March 2008", "March 14, 2008", "Mar 14 2008", "14-Mar-2008", "14th of March 2008",
      "Friday, March 14, 2008", "14 mars 2008", "le 14 mars 2008", "2008-yil 14-mart", "14-mart 2008-yil",
      "2008 йил 14 март", "14 март 2008 йил", "2008 жылғы 14 наурыз", "14 марти соли 2008", "14 مارس 2008",
      "١٤ مارس ٢٠٠٨", "١٤.٠٣.٢٠٠٨", "14 มีนาคม ค.ศ. 2008", "2008-03-14 00:00:00", "14.03.2008 0:00:00",
      "14.03.2008 0:00",
      "2008-03-14T00:00:00Z", "2008-03-14T00:00:00.000Z",
    ],
    "2008-03-01": ["1er mars 2008", "March 1st, 2008", "01.03.2008"], "2008-02-29": ["29.02.2008"],
  ]

  private static let unsure = [
    "date_is_in_a_named_format": [
      "03/04/2008", "14/03/2008", "14-03-2008", "3/14/2008 12:00:00 AM", "14 03 2008",
    ],
    "year_has_four_digits": ["14.03.08", "14/03/08", "08-03-14", "14 марта 08", "14-Mar-08"],
    "year_is_not_buddhist": ["2551-03-14", "14/03/2551", "14 มีนาคม 2551", "14 มี.ค. พ.ศ. 2551", "14.03.2551"],
    "year_is_not_persian_or_islamic": [
      "1387/01/25", "1387-01-25", "۱۳۸۷/۰۱/۲۵", "25 فروردین 1387", "6 ربيع 1429",
    ],
    "day_is_without_a_time": ["2008-03-13 19:00:00", "14.03.2008 12:30", "2008-03-13T19:00:00Z"],
    "date_is_in_the_calendar": ["31.02.2008", "2008-13-01", "29 февраля 2007", "0000-01-01", "20081314"],
    "date_is_in_a_known_form": [
      "вчера", "2008", "03.2008", "март 2008", "14 бруня 2008", "14032008", "2008-123-01", "14 марта",
      "14 марта мая 2008",
      "14.03.20008", "1-2-3-2008",
    ],
    "value_is_not_damaged_by_excel": ["38424", "38424.5", "#Н/Д", "########", "3.8E+04"],
  ]

  @Test("are read in every form that leaves nothing open, in the languages of the workshops")
  func read() async throws {
    try await withOffice { office in
      for (day, forms) in Self.sure {
        let wrong = try await Self.wrong(forms, day, in: office)
        #expect(wrong == [])
      }
      let days = try await office.days(written: Self.sure.values.flatMap(\.self))
      #expect(days["14 марта 2008 г."] == day("2008-03-14"))
    }
  }

  @Test("are refused where they leave anything open, and it is said what")
  func refused() async throws {
    try await withOffice { office in
      for (rule, forms) in Self.unsure {
        let wrong = try await Self.wrong(forms, rule, in: office)
        #expect(wrong == [])
        await #expect(throws: LubanError.self, performing: { try await office.days(written: forms) })
      }
    }
  }

  @Test("are read in the order that is named where that alone is open; never by their value")
  func ordered() async throws {
    try await withOffice { office in
      let read = try await office.database.read { tx in
        try tx.rows(
          """
          select concat_ws(' ', (written_day(w, f)).day, (written_day(w, f)).problem)
          from unnest('{dd/mm/yyyy,mm/dd/yyyy}'::text[]) f, unnest('{03/04/2008,14/03/2008,3-4-2008,3.4.2008}'::text[]) w
          """, as: String.self)
      }
      #expect(
        read == [
          "2008-04-03", "2008-03-14", "2008-04-03", "2008-04-03",
          "2008-03-04", "date_is_in_the_named_order", "2008-03-04", "2008-04-03",
        ])
      try await office.cohort()
      let refused = try await office.take("full_name,birth_date,nationality\nAnna Li,14/03/2005,UZ\n") {
        $0.dates = .monthFirst
      }
      #expect(problems(refused) == ["birth_date:date_is_in_the_named_order@2"])
    }
  }

  /// What is not read so, or not refused for that.
  private static func wrong(_ forms: [String], _ right: String, in office: Office) async throws -> [String] {
    try await office.database.read { tx in
      try tx.rows(
        """
        select concat_ws(' ', w, d.day, d.problem) from unnest(\(forms)::text[]) w cross join lateral written_day(w, null) d
        where coalesce(d.day, d.problem) is distinct from \(right)
          or d.day is distinct from read_day(w, null) or d.problem is distinct from day_problem(w, null)
        """, as: String.self)
    }
  }
}
