import Luban
import Postgres
import Support
import Tabular
import Testing

@Suite("Sheets of attendance")
struct AttendanceSheetTests {
  /// A sheet of September as it goes out, in lines.
  private func sheet(
    _ office: Office, _ code: ClassCode, delimiter: Delimiter = .comma
  ) async throws -> [String] {
    let sheet = try await office.attendance.openSheet(
      code, from: try #require(Day("2026-09-01")), to: try #require(Day("2026-09-30")))
    let lines = Lines()
    try await office.attendance.copy(sheet, delimiter: delimiter) { lines.append($0) }
    return lines.all
  }

  /// Sends lines back.
  private func send(
    _ office: Office, _ lines: [String], encoding: [UInt8]? = nil,
    _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    try await withFile(encoding ?? Array(lines.joined(separator: "\r\n").utf8)) { path in
      var request = ImportRequest(path: path, noun: .attendance)
      change(&request)
      return try await office.imports.taken(request)
    }
  }

  private func noted(_ office: Office) async throws -> String {
    try await office.database.read { tx in
      try tx.rows(
        """
        select format('%s %s %s', s.held_on, t.number, a.status) from attendance a
        join session s on (s.workshop_id, s.id) = (a.workshop_id, a.session_id)
        join enrollment e on (e.workshop_id, e.id) = (a.workshop_id, a.enrollment_id)
        join student t on (t.workshop_id, t.id) = (e.workshop_id, e.student_id) order by 1
        """, as: String.self)
    }.joined(separator: ", ")
  }

  /// Which rules are broken, in which lines; a column with a day is a cell.
  private func rules(_ outcome: ImportOutcome) -> [String] {
    outcome.problems.map { problem in
      let column = problem.column?.first?.isNumber == true ? "cell" : problem.column ?? ""
      return "\(column):\(problem.rule)@\(problem.lines.map(String.init).joined(separator: ","))"
    }.sorted()
  }

  /// Two students; on 7 September 1 was present, 2 absent.
  private func story(_ office: Office) async throws -> ClassCode {
    let code = try await office.classOf(2)
    var call = AttendanceCall(code, on: try #require(Day("2026-09-07")))
    call.absent = [try #require(StudentNumber("2"))]
    try await office.attendance.take(call)
    return code
  }

  @Test("a sheet comes back by its code, whatever was sorted, removed or renamed by Excel")
  func roundTrip() async throws {
    try await withOffice { office in
      let code = try await story(office)
      let lines = try await sheet(office, code)
      #expect(lines[0].hasSuffix("student,full_name,latin_name,2026-09-07,2026-09-14,2026-09-21"))
      #expect(lines[1].hasSuffix("S-00001,Student 1,,present,,"))
      #expect(lines[2].hasSuffix("S-00002,Student 2,,absent,,"))
      let key = String(lines[1].prefix { $0 != "," })
      let outcome = try await send(
        office,
        [
          "sheet;student;full_name;07.09.2026;14.9.26;21/09/2026 9:00",
          "\(key);S-00002;Student 2;у;迟;", "\(key);S-00001;Student 1;present;+;н",
        ])
      #expect(rules(outcome) == [])
      #expect((outcome.created, outcome.changed, outcome.unchanged) == (3, 1, 1))
      #expect(
        try await noted(office)
          == "2026-09-07 1 present, 2026-09-07 2 excused, 2026-09-14 1 present, 2026-09-14 2 late, "
          + "2026-09-21 1 absent")
      // As it went out: nothing was touched, whatever happened here.
      let noted = try await noted(office)
      let again = try await send(office, lines)
      #expect(rules(again) == [])
      #expect((again.created, again.changed) == (0, 0))
      #expect(try await self.noted(office) == noted)
    }
  }

  @Test(
    "days on which somebody was not enrolled are closed; a sheet filled in everywhere else comes in whole")
  func closed() async throws {
    try await withOffice { office in
      let code = try await office.classOf(3)
      let days = try ["2026-09-10", "2026-09-14"].map { try #require(Day($0)) }
      _ = try await office.enrollments.change(
        .students(students(2)), in: code.cohort, to: .withdrawn, on: days[0])
      try await office.people(1)
      _ = try await office.enrollments.enroll(students(4), in: code.cohort, appliedOn: days[1])
      let lines = try await sheet(office, code)
      #expect(lines[2].hasSuffix("S-00002,Student 2,,,—,—"))
      #expect(lines[4].hasSuffix("S-00004,Student 4,,—,,"))
      let filled = lines.dropFirst().map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).enumerated().map { index, cell in
          index > 3 && cell.isEmpty ? "п" : String(cell)
        }.joined(separator: ",")
      }
      let outcome = try await send(office, [lines[0]] + filled)
      #expect(rules(outcome) == [])
      #expect((outcome.created, outcome.refusedCells, outcome.cells) == (9, 0, 9))
    }
  }

  @Test("a cell that was changed meanwhile is a conflict: shown with what Luban has, and never overwritten")
  func conflict() async throws {
    try await withOffice { office in
      let code = try await story(office)
      var lines = try await sheet(office, code)
      let day = try #require(Day("2026-09-07"))
      try await office.attendance.correct(code, on: day, of: students(2)[0], to: .late, reason: "was seen")
      try await office.attendance.correct(code, on: day, of: students(1)[0], to: .excused, reason: "doctor")
      lines[1] = lines[1].replacing("present,,", with: "excused,p,")
      lines[2] = lines[2].replacing("absent,,", with: "excused,p,")
      let refused = try await send(office, lines)
      #expect(!refused.isKept)
      #expect(rules(refused) == ["cell:attendance_was_not_changed_meanwhile@3"])
      #expect(refused.problems[0].column == "2026-09-07")
      #expect(refused.problems[0].values == ["excused"])
      #expect(refused.problems[0].sentence.contains("(late since 20"))
      let partly = try await send(office, lines) { $0.skipsInvalid = true }
      #expect((partly.isKept, partly.created, partly.changed, partly.refused) == (true, 2, 0, 1))
      #expect(try await noted(office).hasPrefix("2026-09-07 1 excused, 2026-09-07 2 late, "))
    }
  }

  @Test("an empty cell says nothing, and clears nothing")
  func blank() async throws {
    try await withOffice { office in
      let code = try await story(office)
      let before = try await noted(office)
      let lines = try await sheet(office, code).map {
        $0.replacing("present", with: "").replacing("absent", with: " ")
      }
      let outcome = try await send(office, lines)
      #expect((outcome.created, outcome.changed, outcome.refused) == (0, 0, 0))
      #expect(try await noted(office) == before)
    }
  }

  @Test("what does not belong into a sheet is refused, each with its place")
  func strange() async throws {
    try await withOffice { office in
      let code = try await story(office)
      try await office.cohort("UZ-TAS-LOG-2026B", intakeOn: "2026-10-01")
      try await office.people(1)
      _ = try await office.enrollments.enroll(
        students(3), in: "UZ-TAS-LOG-2026B", appliedOn: try #require(Day("2026-06-01")))
      let key = String(try await sheet(office, code)[1].prefix { $0 != "," })
      try await office.database.write { tx in
        try tx.execute("update session set cancel_reason = 'ill' where held_on = '2026-09-21'")
        try tx.execute(
          """
          insert into sheet (workshop_id, code, kind, class_id) select workshop_id, 'M-1', 'marks', id from class
          """)
      }
      let outcome = try await send(
        office,
        [
          "sheet,student,full_name,2026-09-07,2026-09-14,2026-09-21,2026-10-05",
          "\(key),S-00001,Student 1,p,sleepy,p,p", "A-UNKNOWN,S-00001,,p,,,", "M-1,S-00001,,p,,,",
          "\(key),S-00003,,p,,,",
          "\(key),S-00002,Student 1,p,,,", "\(key),S-00002,,,p,,", "\(key),S-00002,,,a,,",
        ])
      #expect(
        rules(outcome) == [
          "cell:attendance_is_of_a_session_that_takes_place@2",
          "cell:attendance_status_is_known@2",
          "cell:header_is_a_session_of_the_sheet@2",
          "cell:line_repeats_no_attendance@8",
          "cohort:line_names_one_enrollment@5",
          "full_name:person_is_one@6",
          "sheet:sheet_is_known@3",
          "sheet:sheet_is_of_attendance@4",
        ])
    }
  }

  @Test("a header that could be two of the sessions is not guessed")
  func ambiguous() async throws {
    try await withOffice { office in
      let code = try await office.classOf(1)
      try await office.taught(code, on: ["2026-10-09", "2026-09-10"])
      let sheet = try await office.attendance.openSheet(
        code, from: try #require(Day("2026-09-01")), to: try #require(Day("2026-10-30")))
      let lines = ["sheet,student,09/10/2026", "\(sheet.code),S-00001,p"]
      #expect(rules(try await send(office, lines)) == ["cell:date_is_in_a_named_format@2"])
      let told = try await send(office, lines) { $0.dates = .dayFirst }
      #expect(told.created == 1)
      #expect(try await noted(office) == "2026-10-09 1 present")
    }
  }

  @Test("a semicolon, a byte order mark and Windows-1251 come through")
  func dialects() async throws {
    try await withOffice { office in
      let code = try await story(office)
      let lines = try await sheet(office, code, delimiter: .semicolon)
      let key = String(lines[1].prefix { $0 != ";" })
      let marked = [0xEF, 0xBB, 0xBF] + Array((lines[0] + "\r\n" + "\(key);S-00001;Student 1;;;п;о").utf8)
      #expect(try await send(office, [], encoding: marked).created == 2)
      // п is 0xEF, н 0xED in Windows-1251.
      let old =
        Array((lines[0] + "\r\n" + "\(key);S-00002;Student 2;;;").utf8) + [0xEF, UInt8(ascii: ";"), 0xED]
      #expect(try await send(office, [], encoding: old) { $0.encoding = .windows1251 }.created == 2)
      #expect(try await noted(office).hasSuffix("2026-09-21 1 late, 2026-09-21 2 absent"))
    }
  }

  @Test("a long file says the class in one word or two, and its problems are found in one pass")
  func long() async throws {
    try await withOffice { office in
      _ = try await story(office)
      let outcome = try await send(
        office,
        [
          "class,cohort,course,date,time,student,status", "UZ-TAS-LOG-2026A/LOG-1,,,2026-09-14,,S-00001,late",
          ",UZ-TAS-LOG-2026A,LOG-1,2026-09-14,9:00,S-00002,缺",
          ",UZ-TAS-LOG-2026A,LOG-2,2026-09-14,,S-00001,p",
          ",UZ-TAS-LOG-2026A,LOG-1,2026-09-15,,S-00001,p",
          ",UZ-TAS-LOG-2026A,LOG-1,2026-09-14,noon,S-00001,p",
          ",UZ-TAS-LOG-2026A,LOG-1,14/09/2026,,S-00001,p", ",UZ-TAS-LOG-2026A,LOG-1,2026-09-14,,S-00001,p",
          ",UZ-TAS-LOG-2026A,LOG-1,2026-09-21,,S-00009,p", ",UZ-TAS-LOG-2026A,LOG-1,2026-09-21,,S-00001,x",
          ",UZ-TAS-LOG-2026A,LOG-1,2026-09-21,,S-00002,",
        ])
      #expect(
        rules(outcome) == [
          ":line_repeats_no_attendance@8", "course:line_names_a_class@4", "date:date_is_in_a_named_format@7",
          "date:line_names_one_session@5", "status:attendance_status_is_known@10",
          "student:line_names_a_known_student@9", "time:time_is_hours_and_minutes@6",
        ])
      #expect(outcome.created == 2)
      #expect(!outcome.isKept)
    }
  }

  @Test("what is known otherwise is changed by --update only, and sessions to come are refused")
  func update() async throws {
    try await withOffice { office in
      _ = try await story(office)
      let lines = ["cohort,course,date,student,status", "UZ-TAS-LOG-2026A,LOG-1,2026-09-07,S-00002,excused"]
      let known = try await send(office, lines)
      #expect((known.changed, known.unchanged, known.differingLines) == (0, 1, 1))
      let changed = try await send(office, lines) { $0.updates = true }
      #expect(changed.changed == 1)
      #expect(try await noted(office) == "2026-09-07 1 present, 2026-09-07 2 excused")
      let tomorrow = try await office.dayToCome()
      try await office.taught(classCode("UZ-TAS-LOG-2026A/LOG-1"), on: [tomorrow.iso])
      let early = try await send(office, [lines[0], "UZ-TAS-LOG-2026A,LOG-1,\(tomorrow),S-00002,p"])
      #expect(rules(early) == ["date:fact_is_of_today_or_earlier@2"])
    }
  }

  @Test("whoever was not enrolled that day is refused by import as by everyone")
  func enrolled() async throws {
    try await withOffice { office in
      let code = try await story(office)
      _ = try await office.enrollments.change(
        .students(students(1)), in: code.cohort, to: .withdrawn, on: try #require(Day("2026-09-10")))
      let outcome = try await send(
        office, ["cohort,course,date,student,status", "UZ-TAS-LOG-2026A,LOG-1,2026-09-14,S-00001,absent"])
      #expect(rules(outcome) == ["student:attendance_is_of_those_enrolled@2"])
    }
  }

  @Test("a withdrawal that somebody enters at this moment is waited for, and refuses the line, not the file")
  func beside() async throws {
    try await withOffice { office in
      _ = try await office.classOf(2)
      let later = try await office.database.write { tx in
        try tx.execute(
          """
          select change_enrollments(workshop_id, array[id], 'withdrawn', '2026-09-10')
          from enrollment where student_id = (select id from student where number = 2)
          """)
        let lines =
          ["cohort,course,date,student,status"]
          + (1...2).map {
            "UZ-TAS-LOG-2026A,LOG-1,2026-09-14,S-0000\($0),present"
          }
        let later = Task { try await send(office, lines) { $0.skipsInvalid = true } }
        try tx.waitUntilSomebodyWaits()
        return later
      }
      let outcome = try await later.value
      #expect(outcome.problems.map(\.rule) == ["attendance_is_of_those_enrolled"] && outcome.created == 1)
    }
  }
}
