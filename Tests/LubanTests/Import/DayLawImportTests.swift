import Postgres
import Support
import Testing

@testable import Luban

/// The law of days in files, form by form: a line that tells of a day to come is refused, the rest goes in.
@Suite("The law of days in files")
struct DayLawImportTests {
  /// A file with a line that is right, and one of a day to come that is right but for it.
  private struct Case: Sendable, CustomStringConvertible {
    let form: ImportForm
    /// The column that says the day, and others that follow from it.
    let columns: [String]
    /// The day is "DAY", a serial number "SERIAL".
    let text: String
    /// Everything else of the file: options of the request, and what has to be there before.
    var change: @Sendable (inout ImportRequest) -> Void = { _ in }

    var description: String { "\(form.name) \(columns.joined(separator: ", "))" }

    init(
      _ form: ImportForm, _ columns: String..., text: String,
      _ change: @escaping @Sendable (inout ImportRequest) -> Void = { _ in }
    ) {
      (self.form, self.columns, self.text, self.change) = (form, columns, text, change)
    }
  }

  private static let dayToCome = "2099-05-01"
  private static let person = "full_name,nationality,birth_date"

  private static let cases: [Case] = [
    Case(
      .partners, "active_since",
      text:
        "partner,kind,country,name,active_since\nUZ-N1,school,UZ,One,2026-01-01\nUZ-N2,school,UZ,Two,DAY\n"),
    Case(
      .partners, "status_since",
      text: """
        partner,kind,country,name,active_since,status,status_since,status_reason
        UZ-N1,school,UZ,One,2026-01-01,suspended,2026-02-01,x
        UZ-N2,school,UZ,Two,2026-01-01,suspended,DAY,x

        """),
    Case(
      .courses, "retired_on",
      text: "course,title,theory,retired_on,retire_reason\nN-1,One,1,2026-01-01,x\nN-2,Two,1,DAY,x\n"),
    Case(
      .modules, "retired_on",
      text: "module,theme,theory,retired_on,retire_reason\nN-1,tea,1,2026-01-01,x\nN-2,tea,1,DAY,x\n"),
    Case(
      .agreements, "signed_on",
      text: """
        agreement,kind,parties,signed_on,effective_on
        LW-1,memorandum,UZ-A; UZ-DEPOT,2022-01-01,2022-01-01
        LW-2,memorandum,UZ-A; UZ-DEPOT,DAY,2022-01-01

        """),
    Case(.people, "birth_date", text: "\(person)\nAnna One,UZ,2005-01-02\nAnna Two,UZ,DAY\n"),
    Case(
      .people, "consent_date",
      text: "\(person),consent_date\nAnna One,UZ,2005-01-02,2026-01-01\nAnna Two,UZ,2005-01-03,DAY\n"),
    Case(.enrollments, "applied_on", text: "number,applied_on\nS-00007,2026-06-01\nS-00008,DAY\n", into2026),
    Case(
      .enrollments, "enrolled_on",
      text: "number,applied_on,enrolled_on\nS-00007,2026-06-01,2026-06-02\nS-00008,2026-06-01,DAY\n", into2026
    ),
    Case(
      .peopleWithEnrollments, "birth_date", text: "\(person)\nAnna One,UZ,2005-01-02\nAnna Two,UZ,DAY\n",
      into2026),
    Case(
      .peopleWithEnrollments, "consent_date",
      text: "\(person),consent_date\nAnna One,UZ,2005-01-02,2026-01-01\nAnna Two,UZ,2005-01-03,DAY\n",
      into2026),
    Case(
      .peopleWithEnrollments, "applied_on",
      text: "\(person),applied_on\nAnna One,UZ,2005-01-02,2026-06-01\nAnna Two,UZ,2005-01-03,DAY\n", into2026),
    Case(
      .peopleWithEnrollments, "enrolled_on",
      text: "\(person),enrolled_on\nAnna One,UZ,2005-01-02,2026-06-02\nAnna Two,UZ,2005-01-03,DAY\n", into2026
    ),
    Case(.changes, "on", text: "student,state,on\nS-00002,withdrawn,2024-12-02\nS-00003,suspended,DAY\n"),
    Case(.changes, "on", text: "student,state,on\nS-00005,returned,2024-12-02\nS-00006,returned,DAY\n"),
    Case(
      .trainings, "from", "to",
      text: "instructor,title,from,hours\nUZ-A/1,EPIP,2022-07-04,8\nUZ-A/1,More,DAY,8\n"),
    Case(
      .trainings, "to",
      text:
        "instructor,title,from,to,hours\nUZ-A/1,EPIP,2022-07-04,2022-07-05,8\nUZ-A/1,More,2022-08-01,DAY,8\n"),
    Case(
      .attendance, "date",
      text: "student,course,date,status\nS-00002,LOG-210,2024-09-01,present\nS-00002,LOG-210,DAY,present\n"
    ) { $0.cohort = "UZ-TAS-LOG-2024A" },
    Case(
      .results, "graded_on",
      text: "student,course,mark,graded_on\nS-00002,LOG-210,80,2024-11-21\nS-00003,LOG-210,80,DAY\n"),
    Case(
      .language, "taken_on",
      text: "student,level,score,taken_on\nS-00002,hsk2010:1,150,2024-11-21\nS-00002,hsk2010:2,150,DAY\n"),
    Case(.culture, "event", text: "event,student\nTEA-1,S-00002\nNEXT,S-00002\n"),
    Case(
      .placements, "ended_on",
      text: """
        offer,student,from,ended_on,end_reason
        LONG,S-00002,2025-01-01,2025-02-01,closed
        LONG,S-00003,2025-01-01,DAY,closed

        """),
    Case(.placementHours, "day", text: "student,day,hours\nS-00004,2024-11-04,8\nS-00004,DAY,8\n"),
    Case(
      .placementEvaluations, "evaluated_on",
      text: """
        student,side,mark,scale,evaluated_on
        S-00001,school,90,percent,2024-11-30
        S-00001,enterprise,90,percent,DAY

        """),
    Case(
      .revocations, "on", text: "serial,on,reason\nUZ-TAS-2025-00001,2025-02-01,x\nUZ-TAS-2025-00002,DAY,x\n"),
    Case(
      .reissues, "on", text: "serial,on,reason\nUZ-TAS-2025-00001,2025-02-01,x\nUZ-TAS-2025-00002,DAY,x\n"),
    Case(
      .outcomes, "answered_on",
      text: "student,months,status,answered_on\nS-00001,6,employed,2025-07-01\nS-00001,12,employed,DAY\n"),
    Case(
      .outcomes, "job_from",
      text: """
        student,months,status,answered_on,job_from
        S-00001,6,employed,2025-07-01,2025-06-01
        S-00001,12,employed,2025-12-10,DAY

        """),
  ]

  /// What is intended keeps its future: the columns that say a day, and a file with one to come that is taken.
  ///
  /// In flat files the form says which columns are so, and `FlatImportTests` that the database says the same.
  private static let plans: [(form: ImportForm, columns: Set<String>, text: String?)] = [
    (.instructors, ["since", "until"], "instructor,full_name,since\nUZ-A/2,Anna Three,DAY\n"),
    (.certifications, ["since", "until"], "instructor,course,since\nUZ-A/1,LOG-210,DAY\n"),
    (
      .sessions, ["date"], "cohort,course,date,begins,ends\nUZ-TAS-LOG-2024A,LOG-210,2099-05-02,09:00,10:00\n"
    ),
    (.cultureEvents, ["from", "to"], "event,theme,title,date,hours\nNEXT-2,tea,Tea,DAY,2\n"),
    (.placements, ["from", "to"], nil), (.language, ["valid_until"], nil),
  ]

  private static func into2026(_ request: inout ImportRequest) {
    (request.cohort, request.appliedOn) = ("UZ-TAS-LOG-2026A", day("2026-06-01"))
    // A day to come is outside the window, too.
    request.override = "a test"
  }

  /// Student 1 completed and has two certificates; 2, 3 and 4 are enrolled, 5 and 6 left, 7 and 8 are known.
  private static let ground = Ground("days to come") { office in
    let cohort: CohortCode = "UZ-TAS-LOG-2024A"
    try await office.graduation()
    try await office.people(6)
    try await office.cohort("UZ-TAS-LOG-2026A")
    try await office.instructor("UZ-A/1")
    try await office.database.write { tx in try tx.runScript(more) }
    _ = try await office.enrollments.enroll(students(3, 4, 5, 6), in: cohort, appliedOn: day("2024-06-01"))
    _ = try await office.enrollments.change(
      .students(students(5, 6)), in: cohort, to: .withdrawn, on: day("2024-11-01"),
      reason: ChangeReason(code: "moved"))
    _ = try await office.placements.assign("LONG", students(4), of: cohort)
    _ = try await office.enrollments.change(
      .students(students(1)), in: cohort, to: .completed, on: day("2024-12-01"))
    _ = try await office.credentials.issue(students(1), in: cohort, on: day("2025-01-10"))
  }

  private static let more: SQL = """
    update workshop set time_zone = 'Asia/Tashkent';
    update cohort set planned_end_on = '2099-12-31' where code = 'UZ-TAS-LOG-2024A';
    update class set ends_on = '2099-06-30';
    insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
    select l.workshop_id, l.id, '2099-05-01', '09:00', '10:00', 1
    from class l join course k on k.id = l.course_id where k.code = 'LOG-210';
    insert into culture_event (workshop_id, code, theme, title, begins_on, ends_on, hours)
    select id, 'NEXT', 'tea', 'Tea', '2099-05-01', '2099-05-01', 2 from workshop;
    insert into placement_offer (workshop_id, code, partner_id, title, places, begins_on, ends_on, hours)
    select w.id, 'LONG', i.id, 'Warehouse', 9, '2024-10-01', '2099-12-31', 8 from workshop w, partner i
    where i.code = 'UZ-DEPOT';
    """

  private func send(
    _ text: String, as form: ImportForm, to office: Office, _ change: (inout ImportRequest) -> Void
  )
    async throws -> ImportOutcome
  {
    try await office.send(text.replacing("DAY", with: Self.dayToCome), as: form, change)
  }

  @Test(
    "a line of a day to come is refused in its column, by the law and in its words; the rest is taken",
    arguments: cases)
  private func law(_ one: Case) async throws {
    try await withOffice(Self.ground) { office in
      let refused = try await send(one.text, as: one.form, to: office, one.change)
      let told = refused.problems.filter { $0.rule == "fact_is_of_today_or_earlier" }
      #expect(told.map { $0.column ?? "" }.sorted() == one.columns)
      #expect(refused.problems.allSatisfy { $0.lines == [3] }, "\(problems(refused))")
      // What all workshops share is of no place: the day is the furthest on earth.
      let isShared = one.form.flat?.line.isShared == true
      let today = try await office.dayToCome(0, at: isShared ? nil : "UZ-TAS")
      for problem in told {
        #expect(
          problem.sentence
            == "A fact is of today or earlier, by the calendar of the workshop."
            + " (\(Self.dayToCome) is still to come; it is \(today)\(isShared ? "" : " at UZ-TAS"))")
      }
      #expect(!refused.isKept)
      let taken = try await send(one.text, as: one.form, to: office) {
        one.change(&$0)
        $0.skipsInvalid = true
      }
      #expect(taken.isKept && taken.created + taken.changed == 1 && taken.refused == 1)
    }
  }

  @Test("a plan of a day to come is taken")
  func future() async throws {
    try await withOffice(Self.ground) { office in
      for plan in Self.plans {
        guard let text = plan.text else { continue }
        let taken = try await send(text, as: plan.form, to: office) { _ in }
        #expect(problems(taken) == [] && taken.created == 1, "\(plan.form.name)")
      }
    }
  }

  /// Columns that say a day by which the line finds what it is about.
  private static func finds(_ form: ImportForm) -> Set<String> {
    switch form.name {
    case "people", "enrollments", "people_with_enrollments": []
    case "placement_evaluations": ["birth_date", "from"]
    case "attendance": ["birth_date", "time"]
    default: ["birth_date"]
    }
  }

  @Test("every form has its cases, and every column that says a day")
  func complete() {
    for form in ImportForm.all + [.peopleWithEnrollments] {
      // Files of people and of enrollments are one: which columns they have depends on whom they are about.
      let names = form.countsPeople ? ["people", "enrollments", "people_with_enrollments"] : [form.name]
      let facts = Set(Self.cases.filter { names.contains($0.form.name) }.flatMap(\.columns))
      let plans = Set(
        Self.plans.filter { $0.form.name == form.name }.flatMap(\.columns)
          + form.columns.filter { $0.target?.kind == .day(isFact: false) }.map(\.name))
      let days = form.columns.filter { column in
        column.meaning.split { !$0.isLetter }.contains { $0 == "day" || $0 == "date" }
      }
      #expect(days.isEmpty || !facts.union(plans).isEmpty, "\(form.name)")
      #expect(
        Set(days.map(\.name)).subtracting(facts).subtracting(plans).subtracting(Self.finds(form)).sorted()
          == [],
        "\(form.name): of no kind")
    }
  }
}
