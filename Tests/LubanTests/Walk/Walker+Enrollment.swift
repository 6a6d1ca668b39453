import Luban
import Postgres
import Support

extension Walker {
  static let enrollmentCommands: [Command] = [
    Command("enroll", 24) { try await $0.enroll(as: .enrolled) },
    Command("apply", 8) { try await $0.enroll(as: .applied) },
    Command("admit", 4) { try await $0.change([.applied, .waitlisted], to: .admitted) },
    Command("enroll who applied", 5) {
      try await $0.change([.applied, .admitted, .waitlisted], to: .enrolled)
    },
    Command("suspend", 4) { try await $0.change([.enrolled], to: .suspended) },
    Command("resume", 4) { try await $0.change([.suspended], to: .enrolled) },
    Command("withdraw", 6) { try await $0.change([.enrolled, .suspended, .applied], to: .withdrawn) },
    Command("never attended", 2) { try await $0.change([.enrolled], to: .withdrawn, code: "no_show") },
    Command("dismiss", 3) { try await $0.change([.enrolled, .suspended], to: .dismissed, code: "conduct") },
    Command("decline", 2) { try await $0.change([.admitted], to: .declined) },
    Command("reject", 2) { try await $0.change([.applied, .waitlisted], to: .rejected) },
    Command("complete", 14) { try await $0.complete() },
    Command("transfer", 8) { try await $0.transfer() },
    Command("return", 8) { try await $0.takeBack() },
    Command("move an event", 10) { try await $0.correct(isVoid: false) },
    Command("void an event", 8) { try await $0.correct(isVoid: true) },
  ]

  private mutating func enroll(as state: EnrollmentState) async throws {
    let cohort = try await cohort()
    let isElsewhere = chance(3)
    let student = try await one(
      """
      select s.number from student s join cohort c on c.code = \(cohort)
        and (\(isElsewhere) or c.workshop_id = s.workshop_id)
      where \(isElsewhere) or not exists (
        select from enrollment e where (e.workshop_id, e.student_id) = (s.workshop_id, s.id)
          and e.cohort_id = c.id)
      """, as: StudentNumber.self)
    let applied = day()
    let enrolled = chance(20) ? day() : nil
    let override = chance(30) ? "a walk" : nil
    words = "\(state) \(student) in \(cohort), applied \(applied), on \(enrolled?.iso ?? "that day")"
    try check(
      await office.enrollments.enroll(
        [StudentReference(number: student)], in: cohort, as: state, appliedOn: applied, on: enrolled,
        override: override))
  }

  /// Those who were left out were so by a rule.
  private func check(_ outcome: EnrollmentOutcome) throws {
    guard outcome.leftOut.allSatisfy({ $0.rules.allSatisfy { !$0.wayOut.isEmpty || !$0.actions.isEmpty } })
    else {
      throw UnnamedRule(outcome: outcome)
    }
    if outcome.done.isEmpty { throw NothingToDraw() }
  }

  private mutating func change(
    _ states: [EnrollmentState], to state: EnrollmentState, code: String? = nil
  ) async throws {
    let drawn = try await enrollment(states)
    let on = day()
    let reason = ChangeReason(code: code, text: chance(50) ? "a walk" : nil)
    words = "\(state) \(drawn.student) in \(drawn.cohort) on \(on) \(code ?? "")"
    try check(
      await office.enrollments.change(
        .students([drawn.student]), in: drawn.cohort, to: state, on: on,
        reason: reason))
  }

  private mutating func complete() async throws {
    let (student, cohort) = try await enrollment([.enrolled])
    let on = day()
    let isAll = chance(60)
    words = "complete \(isAll ? "all" : "\(student)") of \(cohort) on \(on)"
    try check(
      await office.enrollments.change(
        isAll ? .states([.enrolled]) : .students([student]), in: cohort, to: .completed, on: on,
        onlyQualified: isAll))
  }

  private mutating func transfer() async throws {
    let (student, cohort) = try await enrollment([.enrolled, .suspended])
    let target = try await self.cohort(beside: cohort)
    let on = day()
    let override = chance(30) ? "a walk" : nil
    words = "transfer \(student) from \(cohort) to \(target) on \(on)"
    try check(
      await office.enrollments.transfer(
        [student], from: cohort, to: target, on: on, reason: "a walk", override: override))
  }

  private mutating func takeBack() async throws {
    let (student, cohort) = try await enrollment([.withdrawn, .dismissed, .declined, .transferred])
    let target = chance(50) ? nil : try await self.cohort(beside: cohort)
    let on = day()
    words = "return \(student) who left \(cohort) into \(target?.rawValue ?? "it") on \(on)"
    try check(await office.enrollments.takeBack([student], whoLeft: cohort, into: target, on: on))
  }

  private mutating func correct(isVoid: Bool) async throws {
    let isLast = chance(80)
    let (workshop, student, cohort, nth, on) = try await one(
      """
      select w.code, s.number, c.code, v.nth::int, v.effective_on
      from (select *, max(nth) over (partition by workshop_id, enrollment_id) as last from enrollment_event) v
      join enrollment e on (e.workshop_id, e.id) = (v.workshop_id, v.enrollment_id)
      join workshop w on w.id = e.workshop_id
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      where not \(isLast) or v.nth = v.last
      """, as: (WorkshopCode.self, StudentNumber.self, CohortCode.self, Int.self, Day.self))
    let place = days.firstIndex(of: on) ?? 0
    let to = days[min(max(place + number(-40...20), 0), days.count - 1)]
    words = "\(isVoid ? "void" : "move") event \(nth) of \(student) in \(cohort) from \(on) to \(to)"
    _ = try await office.enrollments.correct(
      event: nth, of: StudentReference(workshop: workshop, number: student), in: cohort,
      to: isVoid ? nil : to, reason: "a walk")
  }
}

/// Somebody was left out, and nobody can say how to mend that.
private struct UnnamedRule: Error {
  let outcome: EnrollmentOutcome
}
