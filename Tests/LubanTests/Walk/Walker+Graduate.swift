import Luban
import Postgres
import Proof
import Support

extension Walker {
  static let graduateCommands: [Command] = [
    Command("issue credentials", 6) { try await $0.issue() },
    Command("revoke a credential", 2) { try await $0.revoke() },
    Command("issue a credential anew", 2) { try await $0.reissue() },
    Command("sign a credential", 2) { try await $0.sign() },
    Command("retire a key", 1) { try await $0.retireKey() },
    Command("survey", 2) { try await $0.survey() },
    Command("add an outcome", 5) { try await $0.addOutcome() },
    Command("correct an outcome", 3) { try await $0.correctOutcome() },
    Command("remove an outcome", 1) { try await $0.removeOutcome() },
  ]

  private mutating func issue() async throws {
    let (student, cohort) = try await enrollment([.completed])
    let on = day()
    words = "issue credentials to \(student) in \(cohort) on \(on)"
    _ = try await office.credentials.issue(chance(50) ? nil : [student], in: cohort, on: on)
  }

  private mutating func serial() async throws -> CredentialSerial {
    try await one("select serial from credential", as: CredentialSerial.self)
  }

  private mutating func revoke() async throws {
    let serial = try await serial()
    words = "revoke \(serial)"
    _ = try await office.credentials.revoke(serial, on: day(), reason: "a walk")
  }

  private mutating func reissue() async throws {
    let serial = try await serial()
    words = "issue \(serial) anew"
    _ = try await office.credentials.reissue(serial, on: day(), reason: "a walk")
  }

  private mutating func sign() async throws {
    let serial = try await serial()
    words = "sign \(serial) with a key of its own"
    let body = try await one(
      """
      select p.code from credential k join partner p on p.id = k.partner_id where k.serial = \(serial)
      """, as: PartnerCode.self)
    let key = try SigningKey()
    _ = try await office.signatures.keys.add(key.publicKey, of: body)
    _ = try await office.signatures.sign(.serials([serial]), with: key)
    _ = try await office.signatures.publication(by: key)
  }

  private mutating func retireKey() async throws {
    let key = try await one("select key from list.signature_key", as: SignatureKeyCode.self)
    words = "retire \(key)"
    _ = try await office.signatures.keys.retire(key, reason: "a walk")
  }

  private mutating func survey() async throws {
    let (_, cohort) = try await enrollment([.completed])
    let on = day()
    words = "survey of \(cohort) on \(on)"
    _ = try await office.outcomes.survey(cohort, months: 6, on: on)
  }

  private mutating func details() throws -> OutcomeDetails {
    var details = OutcomeDetails()
    details.status = try one(of: OutcomeStatus.allCases)
    details.answeredOn = chance(50) ? days[days.count - 1] : day()
    if details.status == .employed { details.isInField = chance(50) }
    if chance(50) { details.satisfaction = number(1...5) }
    return details
  }

  private mutating func addOutcome() async throws {
    let (student, cohort) = try await enrollment([.completed])
    words = "outcome of \(student) in \(cohort)"
    _ = try await office.outcomes.add(student, in: cohort, months: 6, try details())
  }

  private mutating func outcome() async throws -> (StudentReference, CohortCode, Int) {
    let (workshop, student, cohort, months) = try await one(
      """
      select w.code, s.number, c.code, o.months::int from outcome o
      join enrollment e on (e.workshop_id, e.id) = (o.workshop_id, o.enrollment_id)
      join workshop w on w.id = e.workshop_id
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      """, as: (WorkshopCode.self, StudentNumber.self, CohortCode.self, Int.self))
    return (StudentReference(workshop: workshop, number: student), cohort, months)
  }

  private mutating func correctOutcome() async throws {
    let (student, cohort, months) = try await outcome()
    words = "correct outcome of \(student) in \(cohort)"
    _ = try await office.outcomes.correct(
      student, in: cohort, months: months, try details(), reason: "a walk")
  }

  private mutating func removeOutcome() async throws {
    let (student, cohort, months) = try await outcome()
    words = "remove outcome of \(student) in \(cohort)"
    _ = try await office.outcomes.remove(student, in: cohort, months: months, reason: "a walk")
  }
}
