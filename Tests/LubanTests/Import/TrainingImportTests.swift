import Luban
import Support
import Testing

@Suite("Trainings of instructors through import")
struct TrainingImportTests {
  private func trainings(_ office: Office, _ instructor: String = "UZ-A/1") async throws -> [Training] {
    try await office.instructors.show(instructorCode(instructor)).trainings
  }

  private let epip = Training(
    title: "Teaching by EPIP", from: day("2022-07-04"), to: day("2022-07-15"), hours: 80.5, givenBy: "UZ-A",
    place: "Tianjin")

  @Test("trainings are entered under headers in Russian and Chinese; sent again nothing changes")
  func entering() async throws {
    try await withOffice(.classes) { office in
      let file = """
        преподаватель;培训名称;начало;окончание;часы;организация;место;завершено
        uz-a/1;Teaching  by EPIP;04.07.2022;15.07.2022;80,5;uz-a;Tianjin;
        UZ-A/1;Drones;05.09.2022;;8;;;нет

        """
      let first = try await office.send(file, as: .trainings) { $0.dates = .dayFirst }
      #expect(first.created == 2 && first.refused == 0)
      let drones = Training(
        title: "Drones", from: day("2022-09-05"), to: day("2022-09-05"), hours: 8, isCompleted: false)
      #expect(try await trainings(office) == [drones, epip])
      let batches = try await office.database.read { tx in
        try tx.rows(
          """
          select distinct b.number from instructor_training t
          left join import_batch b on (b.workshop_id, b.id) = (t.workshop_id, t.batch_id)
          """, as: Int?.self)
      }
      #expect(batches == first.batches.map(\.value))
      for updates in [false, true] {
        let again = try await office.send(file, as: .trainings) {
          $0.dates = .dayFirst
          $0.updates = updates
        }
        #expect(again.unchanged == 2 && again.created == 0 && again.differingLines == 0)
      }
    }
  }

  @Test("a known training is changed with --update only, and a blank cell empties nothing")
  func changing() async throws {
    try await withOffice(.classes) { office in
      try await office.instructors.train([instructorCode("UZ-A/1")], epip)
      let file =
        "instructor,title,from,to,hours,given_by,place,completed\n"
        + "UZ-A/1,Teaching by EPIP,2022-07-04,2022-07-22,120,,,no\n"
      let held = try await office.send(file, as: .trainings)
      #expect(held.unchanged == 1 && held.differingLines == 1)
      #expect(try await trainings(office) == [epip])
      let taken = try await office.send(file, as: .trainings) { $0.updates = true }
      #expect(taken.changed == 1 && taken.changedFields == ["to": 1, "hours": 1, "completed": 1])
      let changed = Training(
        title: epip.title, from: epip.from, to: day("2022-07-22"), hours: 120, givenBy: "UZ-A",
        place: "Tianjin", isCompleted: false)
      #expect(try await trainings(office) == [changed])
    }
  }

  @Test("every line of trainings that breaks rules is told all of them, by column")
  func broken() async throws {
    try await withOffice(.classes) { office in
      let outcome = try await office.send(
        """
        workshop,instructor,title,from,to,hours,given_by,completed
        ,UZ-A/1,Right,2022-07-04,,8,,
        ,uz-a/1,Right,2022-07-04,,9,,
        ,UZ-A/9,,,07/15/2022,,UZ-NONE,maybe
        ,117,#N/A,38412,2022-02-30,8E+10,,
        UZ-NONE,UZ-A/1,Late,2022-07-04,2022-07-03,0,,
        ,UZ-A/1,Long,2022-07-04,,10000.5,,

        """, as: .trainings)
      #expect(
        problems(outcome) == [
          "completed:answer_is_yes_or_no@4", "from:training_has_a_first_day@4",
          "from:value_is_not_damaged_by_excel@5", "given_by:training_is_given_by_a_partner@4",
          "hours:hours_are_a_number@4", "hours:training_hours_are_plausible@6,7",
          "hours:value_is_not_damaged_by_excel@5", "instructor:line_names_a_known_instructor@4,5",
          "title:training_has_a_title@4", "title:training_is_once@3", "title:value_is_not_damaged_by_excel@5",
          "to:date_is_in_a_named_format@4", "to:date_is_in_the_calendar@5", "to:training_is_in_order@6",
          "workshop:line_names_a_workshop@6",
        ])
      #expect(!outcome.isKept)
      #expect(try await trainings(office) == [])
    }
  }

  @Test("what is right is taken beside what is refused, and each line has its result")
  func resultLines() async throws {
    try await withOffice(.classes) { office in
      try await withFile("") { results in
        let outcome = try await office.send(
          "instructor,title,from,hours\nUZ-A/1,Drones,2022-07-04,8\nUZ-A/9,Drones,2022-07-04,8\n",
          as: .trainings
        ) {
          $0.skipsInvalid = true
          $0.resultFile = results
        }
        #expect(outcome.created == 1 && outcome.refused == 1 && outcome.isKept)
        #expect(
          contents(results).split(whereSeparator: \.isNewline) == [
            "line,outcome,student,subject,differs,reason,note", "2,created,,UZ-A/1 Drones 2022-07-04,,,",
            "3,refused,,UZ-A/9 Drones 2022-07-04,,instructor:line_names_a_known_instructor,",
          ])
      }
      #expect(try await trainings(office).map(\.title) == ["Drones"])
    }
  }
}
