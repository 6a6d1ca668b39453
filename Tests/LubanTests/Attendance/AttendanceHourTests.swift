import Luban
import Support
import Testing

/// Who came late or left early, where a school counts hours.
///
/// Sessions have two hours.
@Suite("Hours of a student at a session")
struct AttendanceHourTests {
  private func rates(
    _ office: Office, by unit: AttendanceUnit = .student, knownAt: KnownTime? = nil
  ) async throws -> String {
    var scope = AttendanceScope()
    scope.asOf = day("2026-09-30")
    scope.knownAt = knownAt
    let page = Page(columns: ["attended_hours", "held_hours", "rate"])
    return try await office.csv(office.attendance.rates(by: unit, scope), page)
      .split(separator: "\n").dropFirst().joined(separator: " ")
  }

  /// Three students on 7 September: 1 came late, 2 left early, 3 was there for both hours.
  private func story(_ office: Office) async throws -> ClassCode {
    let code = try await office.classOf(3)
    let numbers = try (1...2).map { try #require(StudentNumber(String($0))) }
    var call = AttendanceCall(code, on: day("2026-09-07"))
    call.late = [numbers[0]]
    call.hours = [numbers[0]: 1.5, numbers[1]: 0.5]
    try await office.attendance.take(call)
    return code
  }

  private func lines(_ office: Office, _ code: ClassCode) async throws -> [String] {
    let sheet = try await office.attendance.openSheet(
      code, from: day("2026-09-01"), to: day("2026-09-14"))
    let lines = Lines()
    try await office.attendance.copy(sheet) { lines.append($0) }
    return lines.all
  }

  private func send(_ office: Office, _ lines: [String], updates: Bool = false) async throws -> ImportOutcome
  {
    try await withFile(Array(lines.joined(separator: "\r\n").utf8)) { path in
      var request = ImportRequest(path: path, noun: .attendance)
      request.updates = updates
      return try await office.imports.taken(request)
    }
  }

  @Test("hours that are told count for the student, class and cohort; of others all of the session")
  func counted() async throws {
    try await withOffice { office in
      let code = try await story(office)
      #expect(try await rates(office) == "1.5,2,75.0 0.5,2,25.0 2,2,100.0")
      #expect(try await rates(office, by: .taughtClass) == "4,6,66.6")
      #expect(try await rates(office, by: .cohort) == "4,6,66.6")
      let listed = try await office.csv(
        office.attendance.list(taughtClass: code), Page(columns: ["student", "status", "attended_hours"]))
      #expect(
        listed == "student,status,attended_hours\nS-00001,late,1.5\nS-00002,present,0.5\nS-00003,present,2\n")
    }
  }

  @Test("hours are corrected, and a rate as known before has those of then")
  func corrected() async throws {
    try await withOffice { office in
      let code = try await story(office)
      let then = try await office.now()
      let session = day("2026-09-07")
      let correction = try await office.attendance.correct(
        code, on: session, of: students(1)[0], to: .late, hours: 1, reason: "the bus")
      #expect((correction.before, correction.hoursBefore) == (.late, 1.5))
      try await office.attendance.correct(
        code, on: session, of: students(2)[0], to: .absent, reason: "left at once")
      #expect(try await rates(office) == "1,2,50.0 0,2,0.0 2,2,100.0")
      #expect(try await rates(office, knownAt: then) == "1.5,2,75.0 0.5,2,25.0 2,2,100.0")
      let changes = try await office.database.read { tx in
        try tx.rows(
          """
          select before || ' -> ' || after from student s, student_changes(s.workshop_id, s.id)
          where field = 'attendance' order by 1
          """, as: String.self)
      }
      #expect(changes == ["late 1.5 -> late 1", "present 0.5 -> absent"])
    }
  }

  @Test("a cell of a sheet has them behind the word, and comes back as it went out")
  func sheet() async throws {
    try await withOffice { office in
      let code = try await story(office)
      let sheet = try await lines(office, code)
      #expect(sheet[1].hasSuffix("S-00001,Student 1,,late 1.5,"))
      #expect(sheet[2].hasSuffix("S-00002,Student 2,,present 0.5,"))
      let again = try await send(office, sheet)
      #expect((again.created, again.changed, again.refused) == (0, 0, 0))
      let filled = [
        sheet[0], sheet[1].replacing("late 1.5,", with: "\"о 1,5\",迟1"),
        sheet[2].replacing("present 0.5,", with: "п,\"п1,5\""), sheet[3] + "l 0.5",
      ]
      let outcome = try await send(office, filled)
      #expect(outcome.problems.isEmpty)
      #expect((outcome.created, outcome.changed, outcome.unchanged) == (3, 1, 2))
      #expect(try await rates(office) == "2.5,4,62.5 3.5,4,87.5 2.5,4,62.5")
    }
  }

  @Test("a line of a long file has them behind the word, too; another number of hours is a change")
  func long() async throws {
    try await withOffice { office in
      let code = try await story(office)
      let file = ["class,student,date,status", "\(code),S-00001,2026-09-07,late 1"]
      #expect(try await send(office, file).changed == 0)
      #expect(try await send(office, file, updates: true).changed == 1)
      #expect(try await rates(office).hasPrefix("1,2,50.0 "))
    }
  }

  @Test(
    "hours of who was not there, none, more than there are and what is no number are refused",
    arguments: [
      ("absent 1", "attendance_hours_are_of_who_was_there"),
      ("late 0", "attendance_hours_are_more_than_none"),
      ("late 2.5", "attendance_lies_within_its_session"), ("late 1,2,3", "attendance_status_is_known"),
    ])
  func refused(_ cell: String, _ rule: String) async throws {
    try await withOffice { office in
      let code = try await story(office)
      let long = ["class;student;date;status", "\(code);S-00003;2026-09-14;\(cell)"]
      let outcome = try await send(office, long)
      #expect(outcome.problems.map { "\($0.column ?? ""):\($0.rule)" } == ["status:\(rule)"])
      let sheet = try await lines(office, code)
      let filled = try await send(office, [sheet[0], sheet[3] + "\"\(cell)\""])
      #expect(filled.problems.map { "\($0.column ?? ""):\($0.rule)" } == ["2026-09-14:\(rule)"])
    }
  }
}
