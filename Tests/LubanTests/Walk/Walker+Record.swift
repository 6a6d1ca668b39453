import Luban
import Postgres
import Support

extension Walker {
  static let recordCommands: [Command] = [
    Command("mark", 20) { try await $0.mark() },
    Command("recognize", 2) { try await $0.recognize() },
    Command("correct a mark", 6) { try await $0.correctMark() },
    Command("remove a mark", 2) { try await $0.removeMark() },
    Command("add an event", 2) { try await $0.addEvent() },
    Command("edit an event", 2) { try await $0.editEvent() },
    Command("take part", 12) { try await $0.takePart() },
    Command("correct hours of culture", 4) { try await $0.correctPart() },
    Command("add a test", 8) { try await $0.addTest() },
    Command("correct a test", 4) { try await $0.correctTest() },
    Command("remove a test", 2) { try await $0.removeTest() },
  ]

  // MARK: Results

  private mutating func mark() async throws {
    let (student, taughtClass) = try await taught()
    let on = day()
    let mark = String(chance(80) ? number(60...100) : number(20...59))
    words = "mark \(student) in \(taughtClass): \(mark) on \(on)"
    _ = try await office.results.add(
      ResultReference(student, taughtClass.course, cohort: taughtClass.cohort), mark: mark, on: on)
  }

  private mutating func recognize() async throws {
    let (student, taughtClass) = try await taught()
    let on = day()
    words = "recognize \(student) in \(taughtClass) on \(on)"
    _ = try await office.results.add(
      ResultReference(student, taughtClass.course, cohort: taughtClass.cohort), mark: nil, on: on,
      .recognized(evidence: "a walk"))
  }

  private mutating func result() async throws -> (ResultReference, attempt: Int) {
    let (workshop, student, cohort, course, attempt) = try await one(
      """
      select w.code, s.number, c.code, k.code, r.attempt::int from result r
      join enrollment e on (e.workshop_id, e.id) = (r.workshop_id, r.enrollment_id)
      join workshop w on w.id = e.workshop_id
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join course k on k.id = r.course_id
      """, as: (WorkshopCode.self, StudentNumber.self, CohortCode.self, CourseCode.self, Int.self))
    let reference = StudentReference(workshop: workshop, number: student)
    return (ResultReference(reference, course, cohort: cohort), attempt)
  }

  private mutating func correctMark() async throws {
    let (reference, attempt) = try await result()
    var changes = ResultChanges()
    if chance(70) { changes.mark = String(number(30...100)) } else { changes.gradedOn = day() }
    words = "correct mark \(attempt) of \(reference): \(changes)"
    _ = try await office.results.correct(reference, attempt: attempt, changes, reason: "a walk")
  }

  private mutating func removeMark() async throws {
    let (reference, attempt) = try await result()
    words = "remove mark \(attempt) of \(reference)"
    _ = try await office.results.remove(reference, attempt: attempt, reason: "a walk")
  }

  // MARK: Culture

  private mutating func addEvent() async throws {
    let on = day()
    let isLonger = chance(20)
    let code = EventCode("EV-\(word())")
    let workshop = try one(of: ["UZ-TAS", "UZ-TAS", "KE-NBO"]) as WorkshopCode
    let details = CultureEventDetails {
      ($0.theme, $0.title, $0.beginsOn) = ("tea", "Tea of \(on)", on)
      $0.endsOn = isLonger ? days[min((days.firstIndex(of: on) ?? 0) + 3, days.count - 1)] : nil
      $0.hours = Double(number(2...8))
    }
    words = "add event \(code) on \(on)"
    _ = try await office.cultureEvents.add(code, in: workshop, details)
  }

  private mutating func event() async throws -> (workshop: WorkshopCode, code: EventCode) {
    try await one(
      "select w.code, v.code from culture_event v join workshop w on w.id = v.workshop_id",
      as: (WorkshopCode.self, EventCode.self))
  }

  private mutating func editEvent() async throws {
    let (workshop, code) = try await event()
    var changes = CultureEventDetails()
    switch number(1...3) {
    case 1: changes.hours = Double(number(1...9))
    case 2: changes.beginsOn = day()
    default: changes.title = "Tea \(word())"
    }
    words = "edit event \(code) \(changes)"
    _ = try await office.cultureEvents.edit(code, in: workshop, changes)
  }

  private mutating func takePart() async throws {
    let (workshop, code) = try await event()
    let (student, cohort) = try await enrollment([.enrolled])
    let isAll = chance(50)
    words = "\(isAll ? "all" : "\(student)") of \(cohort) at \(code) of \(workshop)"
    _ = try await office.cultureEvents.attend(
      code, isAll ? .all(except: []) : .students([student]), of: cohort,
      hours: chance(30) ? Double(number(1...3)) : nil)
  }

  private mutating func correctPart() async throws {
    let (workshop, code, student, cohort) = try await one(
      """
      select w.code, v.code, s.number, c.code from participation p
      join culture_event v on (v.workshop_id, v.id) = (p.workshop_id, p.event_id)
      join workshop w on w.id = v.workshop_id
      join enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id)
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      """, as: (WorkshopCode.self, EventCode.self, StudentNumber.self, CohortCode.self))
    let hours = Double(number(0...4))
    words = "hours of \(student) in \(cohort) at \(code): \(hours)"
    _ = try await office.cultureEvents.correct(
      code, of: StudentReference(workshop: workshop, number: student), in: cohort, to: hours,
      reason: "a walk")
  }

  // MARK: Language

  private mutating func addTest() async throws {
    let student = try await chance(80) ? enrollment([.enrolled, .completed]).student : self.student()
    guard let level = LanguageLevel("hsk2010:\(number(1...3))") else { return }
    let on = day()
    var details = LanguageCertificateDetails()
    details.score = Double(number(60...200))
    details.purpose = try one(of: LanguageCertificatePurpose.allCases)
    if chance(30) { details.validUntil = days[days.count - 1] }
    words = "test of \(student): \(level) on \(on), \(details.score ?? 0)"
    _ = try await office.languageCertificates.add(level, of: student, on: on, details)
  }

  private mutating func test() async throws -> (LanguageLevel, StudentReference, Day) {
    let (workshop, student, framework, level, on) = try await one(
      """
      select w.code, s.number, l.framework, l.level, l.taken_on from language_certificate l
      join workshop w on w.id = l.workshop_id
      join student s on (s.workshop_id, s.id) = (l.workshop_id, l.student_id)
      """, as: (WorkshopCode.self, StudentNumber.self, String.self, String.self, Day.self))
    return (
      LanguageLevel(framework: framework, level: level),
      StudentReference(workshop: workshop, number: student), on
    )
  }

  private mutating func correctTest() async throws {
    let (level, student, on) = try await test()
    var correction = LanguageCertificateCorrection(reason: "a walk")
    if chance(60) { correction.details.score = Double(number(60...200)) } else { correction.takenOn = day() }
    words = "correct test of \(student): \(level) on \(on)"
    _ = try await office.languageCertificates.correct(level, of: student, on: on, correction)
  }

  private mutating func removeTest() async throws {
    let (level, student, on) = try await test()
    words = "remove test of \(student): \(level) on \(on)"
    _ = try await office.languageCertificates.remove(level, of: student, on: on, reason: "a walk")
  }
}
