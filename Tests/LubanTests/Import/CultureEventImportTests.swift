import Luban
import Support
import Testing

@Suite("Culture events through import")
struct CultureEventImportTests {
  private func events(_ office: Office) async throws -> [String] {
    try await office.csv(
      office.cultureEvents.list(),
      Page(columns: ["event", "theme", "title", "begins_on", "ends_on", "hours", "place", "module"])
    ).split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("the calendar of a term is taken in any order of columns; sent again nothing changes")
  func calendar() async throws {
    try await withOffice(.events) { office in
      let file = """
        код;мероприятие;тема;дата;окончание;часы;地点;模块
        ny-2027;Spring Festival;festivals;06.02.2027;;4,5;Hall 1;
        C-2027;Чайная церемония;;08.03.2027;10.03.2027;9;;c-1

        """
      let first = try await office.send(file, as: .cultureEvents) { $0.dates = .dayFirst }
      #expect(first.created == 2 && first.refused == 0)
      let expected = [
        "NY-2027,festivals,Spring Festival,2027-02-06,2027-02-06,4.5,Hall 1,",
        "C-2027,tea,Чайная церемония,2027-03-08,2027-03-10,9,,C-1",
      ]
      #expect(try await events(office).suffix(2) == expected[...])
      let again = try await office.send(file, as: .cultureEvents) {
        $0.dates = .dayFirst
        $0.updates = true
      }
      #expect(again.unchanged == 2 && again.created == 0 && again.changed == 0)
    }
  }

  @Test(
    "what the list of events writes is read again, and what was changed in it is taken over with --update")
  func roundTrip() async throws {
    try await withOffice(.events) { office in
      let list = try await office.csv(office.cultureEvents.list())
      let same = try await office.send(list, as: .cultureEvents)
      #expect(same.unchanged == 2 && same.differingLines == 0 && same.ignoredColumns.first == "students")
      let edited = list.split(separator: "Calligraphy day").joined(separator: "Calligraphy and tea")
        .split(separator: ",6,").joined(separator: ",7.5,")
      let held = try await office.send(edited, as: .cultureEvents)
      #expect(held.unchanged == 2 && held.differingLines == 1)
      let taken = try await office.send(edited, as: .cultureEvents) { $0.updates = true }
      #expect(taken.changed == 1 && taken.changedFields == ["title": 1, "hours": 1])
      #expect(
        try await events(office).first == "E-1,calligraphy,Calligraphy and tea,2026-10-10,2026-10-10,7.5,,")
    }
  }

  @Test("a first day alone moves an event of one day, and what it was before stays among the revisions")
  func moving() async throws {
    try await withOffice(.events) { office in
      let outcome = try await office.send("event,date,place\nE-1,2026-10-12,Hall 2\n", as: .cultureEvents) {
        $0.updates = true
      }
      #expect(outcome.changed == 1 && outcome.changedFields == ["from": 1, "place": 1])
      #expect(
        try await events(office).first == "E-1,calligraphy,Calligraphy day,2026-10-12,2026-10-12,6,Hall 2,")
      let before = try await office.database.read { tx in
        try tx.rows(
          """
          select before ->> 'begins_on' || ' ' || b.number from revision r
          join import_batch b on (b.workshop_id, b.id) = (r.workshop_id, r.batch_id)
          where table_name = 'culture_event'
          """, as: String.self)
      }
      #expect(before == ["2026-10-10 \(outcome.batches[0].value)"])
    }
  }

  @Test("an event that is changed fits those who took part as before, and they are named")
  func participants() async throws {
    try await withOffice(.events) { office in
      let file = "event,from,to,hours\nE-1,2026-10-24,,5\n"
      let held = try await office.send(file, as: .cultureEvents)
      #expect(held.refused == 0 && held.differingLines == 1)
      let outcome = try await office.send(file, as: .cultureEvents) { $0.updates = true }
      #expect(
        problems(outcome) == [
          "from:participation_is_of_one_enrolled@2", "hours:participation_fits_its_event@2",
        ])
      #expect(outcome.problems.contains { $0.sentence.hasSuffix("(S-00004)") }, "\(outcome.problems)")
      #expect(
        outcome.problems.contains { $0.sentence.hasSuffix("(S-00001, S-00004)") }, "\(outcome.problems)")
    }
  }

  @Test("every line of events that breaks rules is told all of them, by column")
  func broken() async throws {
    try await withOffice(.events) { office in
      try await office.course("T-1")
      let outcome = try await office.send(
        """
        workshop,event,theme,title,from,to,hours,place,module
        ,N-1,tea,Right,2026-10-10,,4,,
        ,n-1,tea,Again,2026-10-10,,4,,
        ,N 2,,,,,,,T-1
        ,,tea,No code,10/10/2026,soon,four,#REF!,C-9
        UZ-NONE,N-3,,Late,2026-10-10,2026-10-09,0,,
        ,N-4,tea,Long,2026-10-10,,24.5,,
        ,N-5,tea,#N/A,2026-10-10,2027-10-10,2001,,
        ,N-6,####,Damaged,45000,,6E+10,,

        """, as: .cultureEvents)
      #expect(
        problems(outcome) == [
          "event:code_is_short_and_upper_case@4,5", "event:culture_event_code_is_unique@3",
          "from:culture_event_has_a_first_day@4", "from:date_is_in_a_named_format@5",
          "from:value_is_not_damaged_by_excel@9", "hours:culture_event_hours_are_plausible@6,8",
          "hours:culture_event_hours_fit_its_days@7", "hours:hours_are_a_number@4,5",
          "hours:value_is_not_damaged_by_excel@9", "module:culture_event_counts_for_a_culture_module@4",
          "module:culture_event_counts_for_a_known_module@5", "place:value_is_not_damaged_by_excel@5",
          "theme:culture_event_has_a_theme@6", "theme:value_is_not_damaged_by_excel@9",
          "title:culture_event_has_a_title@4", "title:value_is_not_damaged_by_excel@8",
          "to:culture_event_is_in_order@6", "to:date_is_in_a_known_form@5",
          "workshop:line_names_a_workshop@6",
        ])
      #expect(try await events(office).count == 2)
    }
  }
}
