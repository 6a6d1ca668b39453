import Luban
import Postgres
import Support
import Testing

@Suite("Completion")
struct CompletionTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2024A"
  private let day = Day("2024-12-01") ?? .today

  private func scope(asOf day: Day? = nil) -> CompletionScope {
    var scope = CompletionScope()
    scope.cohort = cohort
    scope.asOf = day ?? self.day
    return scope
  }

  @Test("progress shows every part: what is needed, what is there, what is missing")
  func parts() async throws {
    try await withOffice(.graduation) { office async throws in
      let columns = Page(columns: ["part", "of", "needed", "there", "status"])
      #expect(
        try await office.csv(await office.completions.parts(of: students(1)[0], scope()), columns) == """
          part,of,needed,there,status
          course,LOG-210,1,1,done
          culture module,CUL-TEA,10,10,done
          language,hsk2010:1,1,1,done
          culture hours,,10,10,done
          attendance,,80,80,done
          placement hours,,8,8,done

          """)
      #expect(
        try await office.csv(await office.completions.parts(of: students(2)[0], scope()), columns) == """
          part,of,needed,there,status
          course,LOG-210,1,0,missing
          culture module,CUL-TEA,10,0,missing
          language,hsk2010:1,1,0,missing
          culture hours,,10,0,missing
          attendance,,80,,missing
          placement hours,,8,0,missing

          """)
    }
  }

  @Test("a cohort's progress is a row a student, with everything that is missing in words")
  func cohortProgress() async throws {
    try await withOffice(.graduation) { office async throws in
      #expect(
        try await office.csv(
          office.completions.list(scope()), Page(columns: ["student", "parts", "done", "missing"])) == """
            student,parts,done,missing
            S-00001,6,6,
            S-00002,6,0,LOG-210 not passed; 0 of 10 hours of CUL-TEA; hsk2010:1 not reached (none shown); \
            0 of 10 hours of culture; no attendance recorded; 0 of 8 hours of placement

            """)
    }
  }

  @Test(
    "attendance is one figure in rates, progress, risk and the report, cut so that what was missed is never shown as met"
  )
  func oneAttendance() async throws {
    try await withOffice(.graduation) { office in
      // 80 of 100.03 hours: 79.976 %.
      try await office.database.write { tx in
        try tx.execute("update session set hours = case when held_on = '2024-09-10' then 10.03 else 10 end")
      }
      var attendance = AttendanceScope()
      attendance.asOf = day
      var report = ReportScope()
      report.asOf = day
      #expect(
        try await office.csv(office.attendance.rates(by: .student, attendance), Page(columns: ["rate"]))
          == "rate\n79.9\n")
      #expect(
        try await office.csv(office.reports.cohorts(report), Page(columns: ["attendance"]))
          == "attendance\n79.9\n")
      let missing = try await office.csv(office.completions.list(scope()), Page(columns: ["missing"]))
      #expect(missing.contains("attendance 79.9 % of 80 % (80 of 100.03 hours)"))
      let risk = try await office.csv(office.completions.risks(scope()), Page(columns: ["explanation"]))
      #expect(risk.contains("attendance 79.9 % of 80 %"))
    }
  }

  @Test(
    "a certificate that has expired since is told with its day, and counts where the rule says that once is enough"
  )
  func expired() async throws {
    try await withOffice(.graduation) { office in
      try await office.database.write { tx in
        try tx.runScript("set local session_replication_role = replica")
        try tx.execute("update language_certificate set valid_until = '2024-11-30'")
      }
      func language() async throws -> String {
        try await office.csv(
          await office.completions.parts(of: students(1)[0], scope()),
          Page(columns: ["part", "there", "status", "missing"])
        ).split(separator: "\n").first { $0.hasPrefix("language") }.map(String.init) ?? ""
      }
      #expect(try await language() == "language,0,at risk,hsk2010:1 expired on 2024-11-30")
      let missing = try await office.csv(office.completions.list(scope()), Page(columns: ["missing"]))
      #expect(missing.contains("hsk2010:1 not reached (expired on 2024-11-30)"))
      var late = scope(asOf: Day("2026-06-30"))
      late.includesAll = true
      let risk = try await office.csv(office.completions.risks(late), Page(columns: ["explanation"]))
      #expect(risk.contains("hsk2010:1 expired on 2024-11-30"))
      try await office.database.write { tx in
        try tx.runScript("set local session_replication_role = replica")
        try tx.execute("update completion_rule set language_counted = 'once'")
      }
      #expect(try await language() == "language,1,done,")
      #expect(
        !(try await office.csv(office.completions.risks(late), Page(columns: ["explanation"]))).contains(
          "hsk"))
    }
  }

  @Test("progress as of a day leaves out what came later")
  func asOf() async throws {
    try await withOffice(.graduation) { office in
      let rows = try await office.csv(
        office.completions.list(scope(asOf: Day("2024-11-15"))), Page(columns: ["student", "done"]))
      // The course is passed on November 20; all else is there.
      #expect(rows.contains("S-00001,5"))
    }
  }

  @Test("whoever lacks a part is not completed, and is told all that is missing")
  func refusal() async throws {
    try await withOffice(.graduation) { office in
      let outcome = try await office.enrollments.change(
        .states([.enrolled]), in: cohort, to: .completed, on: day)
      #expect(outcome.done.map(\.student.description) == ["S-00001"])
      #expect(outcome.leftOut.map(\.student.description) == ["S-00002"])
      let rule = try #require(outcome.leftOut.first?.rules.first)
      #expect(rule.name == "completed_enrollment_has_every_part")
      #expect(rule.detail.contains("LOG-210 not passed; 0 of 10 hours of CUL-TEA"))
    }
  }

  @Test("all who qualify are completed, and nobody else is spoken of")
  func qualified() async throws {
    try await withOffice(.graduation) { office in
      let outcome = try await office.enrollments.change(
        .states([.enrolled]), in: cohort, to: .completed, on: day, onlyQualified: true)
      #expect(outcome.done.map(\.student.description) == ["S-00001"])
      #expect(outcome.leftOut.isEmpty)
    }
  }

  @Test("an edition without a rule asks nothing")
  func withoutRule() async throws {
    try await withOffice { office in
      try await office.cohort("UZ-TAS-LOG-2024A", year: 2024)
      try await office.people(1)
      _ = try await office.enrollments.enroll(
        students(1), in: cohort, appliedOn: Day("2024-06-01") ?? .today)
      let outcome = try await office.enrollments.change(
        .states([.enrolled]), in: cohort, to: .completed, on: day)
      #expect(outcome.done.count == 1)
      await #expect(throws: LubanError.self) {
        _ = try await office.completions.parts(of: students(1)[0], scope())
      }
    }
  }

  @Test("a new edition asks what the former one asked")
  func newEdition() async throws {
    try await withOffice(.graduation) { office in
      let copy = try await office.programs.newEdition("2027", of: "LOG")
      let former = try await office.programs.show("LOG", edition: "2026")
      #expect(copy.edition.rule == former.edition.rule)
      #expect(copy.edition.rule?.attendance == 80)
    }
  }

  @Test("who is at risk is told with the numbers: attendance, a failed course, language behind plan")
  func risk() async throws {
    try await withOffice(.graduation) { office in
      try await office.database.write { tx in
        try tx.execute(
          "update attendance set status = 'absent' where session_id in (select id from session where held_on < '2024-09-05')"
        )
        try tx.execute("update result set mark = '41', value = 41, passed = false, note = 'misread'")
      }
      var scope = scope(asOf: Day("2026-06-30"))
      scope.includesAll = true
      #expect(
        try await office.csv(
          office.completions.risks(scope), Page(columns: ["student", "reason", "explanation"])) == """
            student,reason,explanation
            S-00001,attendance,attendance 40 % of 80 % (4 of 10 hours)
            S-00001,course failed,"LOG-210: 41 on 2024-11-20, attempt 1"
            S-00002,no result,"LOG-210: no result, the class ended on 2024-11-30"

            """)
    }
  }

  @Test(
    "the plan of language starts from the level at entry, which a placement test until the census may show")
  func riskOfLanguage() async throws {
    try await withOffice(.graduation) { office in
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into language_certificate
            (workshop_id, student_id, framework, level, taken_on, valid_until, purpose, score, passed)
          select workshop_id, id, 'hsk2010', '1', '2024-09-10', '2024-10-10', 'placement_test', 150, true
          from student where number = 2
          """)
      }
      let page = Page(columns: ["student", "reason"])
      func risks(_ day: String) async throws -> String {
        try await office.csv(office.completions.risks(scope(asOf: Day(day))), page)
      }
      #expect(try await risks("2024-10-10") == "student,reason\n")
      #expect(try await risks("2024-10-11") == "student,reason\nS-00002,language\n")
    }
  }
}
