import Luban
import Postgres
import Support

extension Walker {
  static let classCommands: [Command] = [
    Command("take attendance", 20) { try await $0.take() },
    Command("correct attendance", 8) { try await $0.correctAttendance() },
    Command("undo attendance", 3) { try await $0.undo() },
    Command("cancel a session", 2) { try await $0.cancelSession() },
    Command("reinstate a session", 2) { try await $0.reinstate() },
    Command("move a session", 3) { try await $0.moveSession() },
    Command("edit a class", 2) { try await $0.editClass() },
    Command("schedule a class", 1) { try await $0.schedule() },
    Command("add a holiday", 1) { try await $0.addHoliday() },
    Command("add an instructor", 1) { try await $0.addInstructor() },
    Command("train an instructor", 1) { try await $0.train() },
  ]

  private mutating func take() async throws {
    let (taughtClass, on, at) = try await session(isTaken: false)
    var call = AttendanceCall(taughtClass, on: on, at: at)
    let (student, cohort) = try await enrollment([.enrolled])
    if cohort == taughtClass.cohort {
      switch number(1...3) {
      case 1: call.absent = [student.number]
      case 2: call.late = [student.number]
      default: call.excused = [student.number]
      }
    }
    words = "attendance of \(taughtClass) on \(on) \(at)"
    _ = try await office.attendance.take(call)
  }

  private mutating func correctAttendance() async throws {
    let (taughtClass, on, at) = try await session(isTaken: true)
    let student = try await one(
      """
      select s.number from enrollment e join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      where c.code = \(taughtClass.cohort)
      """, as: StudentNumber.self)
    let status = try one(of: AttendanceStatus.allCases)
    let hours = chance(30) ? 0.5 : nil
    words = "attendance of \(student) in \(taughtClass) on \(on) \(at): \(status) \(hours ?? -1)"
    _ = try await office.attendance.correct(
      taughtClass, on: on, at: at, of: StudentReference(number: student), to: status, hours: hours,
      reason: "a walk")
  }

  private mutating func undo() async throws {
    let (taughtClass, on, at) = try await session(isTaken: true)
    words = "undo attendance of \(taughtClass) on \(on) \(at)"
    _ = try await office.attendance.undo(taughtClass, on: on, at: at, reason: "a walk")
  }

  private mutating func cancelSession() async throws {
    let (taughtClass, on, at) = try await session(isTaken: chance(20))
    words = "cancel \(taughtClass) on \(on) \(at)"
    _ = try await office.sessions.cancel(SessionReference(taughtClass, on: on, at: at), reason: "a walk")
  }

  private mutating func reinstate() async throws {
    let (taughtClass, on, at) = try await session(isTaken: nil)
    words = "reinstate \(taughtClass) on \(on) \(at)"
    _ = try await office.sessions.reinstate(SessionReference(taughtClass, on: on, at: at))
  }

  private mutating func moveSession() async throws {
    let (taughtClass, on, at) = try await session(isTaken: chance(50))
    var changes = SessionChanges()
    if chance(50) { changes.day = day() }
    if chance(50) { changes.begins = try one(of: ["08:00", "12:15", "15:30"].compactMap { TimeOfDay($0) }) }
    if chance(40) { changes.hours = Double(number(1...3)) }
    words = "move \(taughtClass) from \(on) \(at) \(changes)"
    _ = try await office.sessions.move(SessionReference(taughtClass, on: on, at: at), changes)
  }

  private mutating func editClass() async throws {
    let taughtClass = try await taught().taughtClass
    var changes = ClassDetails()
    switch number(1...3) {
    case 1: changes.from = day()
    case 2: changes.to = day()
    default: changes.room = "room \(number(1...9))"
    }
    words = "edit \(taughtClass) \(changes)"
    _ = try await office.classes.edit(taughtClass, changes)
  }

  private mutating func schedule() async throws {
    let taughtClass = try await taught().taughtClass
    guard let time = WeeklyTime(try one(of: ["Mon 14:00-15:30", "Wed 16:00-17:00"])) else { return }
    let from = day()
    words = "schedule \(taughtClass) from \(from)"
    let last = days[min((days.firstIndex(of: from) ?? 0) + 21, days.count - 1)]
    _ = try await office.sessions.schedule(taughtClass, NewSchedule(weekly: [time], from: from, to: last))
  }

  private mutating func addHoliday() async throws {
    let on = day()
    words = "holiday \(on)"
    _ = try await office.holidays.add(
      [DaySpan(on)], named: "A walk", at: "UZ-TAS", cancelsSessions: chance(50))
  }

  private mutating func addInstructor() async throws {
    guard let code = InstructorCode("UZ-A/\(word())") else { return }
    let new = try InstructorDetails { ($0.name, $0.since) = (try name(), day()) }
    let course = try one(of: ["LOG-1", "RAIL-1"]) as CourseCode
    words = "add instructor \(code)"
    _ = try await office.instructors.add(code, to: "UZ-TAS", new, certifiedFor: [course])
  }

  private mutating func train() async throws {
    let code = try await one(
      """
      select p.code || '/' || i.staff_number from instructor i join partner p on p.id = i.partner_id
      """, as: String.self)
    guard let code = InstructorCode(code) else { return }
    let on = day()
    words = "train \(code)"
    _ = try await office.instructors.train(
      [code], of: "UZ-TAS", Training(title: "Walk \(word())", from: on, to: on, hours: 6))
  }
}
