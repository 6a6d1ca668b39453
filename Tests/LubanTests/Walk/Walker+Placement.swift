import Luban
import Postgres
import Support

extension Walker {
  static let placementCommands: [Command] = [
    Command("offer places", 2) { try await $0.offer() },
    Command("edit an offer", 2) { try await $0.editOffer() },
    Command("assign", 8) { try await $0.assign() },
    Command("log hours", 10) { try await $0.log() },
    Command("correct logged hours", 4) { try await $0.correctLog() },
    Command("end a placement", 2) { try await $0.endPlacement() },
    Command("remove a placement", 1) { try await $0.removePlacement() },
    Command("evaluate a placement", 3) { try await $0.evaluate() },
  ]

  private mutating func offer() async throws {
    let from = number(0...(days.count - 100))
    let code = OfferCode("OF-\(word())")
    let new = PlacementOfferDetails {
      ($0.partner, $0.title, $0.places, $0.beginsOn, $0.endsOn, $0.hours) = (
        "UZ-DEPOT", "Yard", number(1...3), days[from], days[from + 90], Double(number(20...60))
      )
    }
    words = "offer \(code) from \(days[from])"
    _ = try await office.placements.offer(code, in: "UZ-TAS", new)
  }

  private mutating func offerCode() async throws -> OfferCode {
    try await one("select code from placement_offer", as: OfferCode.self)
  }

  private mutating func editOffer() async throws {
    let code = try await offerCode()
    var changes = PlacementOfferDetails()
    switch number(1...3) {
    case 1: changes.places = number(1...4)
    case 2: changes.hours = Double(number(10...80))
    default: changes.endsOn = day()
    }
    words = "edit offer \(code) \(changes)"
    _ = try await office.placements.edit(code, in: "UZ-TAS", changes)
  }

  private mutating func assign() async throws {
    let code = try await offerCode()
    let (student, cohort) = try await enrollment([.enrolled])
    words = "assign \(student) of \(cohort) to \(code)"
    _ = try await office.placements.assign(code, [student], of: cohort, from: chance(30) ? day() : nil)
  }

  /// A placement, and a day of it on which something was logged or not.
  private mutating func placement() async throws -> (PlacementReference, day: Day, logged: Day?) {
    let (workshop, student, cohort, offer, on, logged) = try await one(
      """
      select w.code, s.number, c.code, o.code, p.begins_on,
        (select max(l.worked_on) from placement_log l
          where (l.workshop_id, l.placement_id) = (p.workshop_id, p.id))
      from placement p
      join placement_offer o on (o.workshop_id, o.id) = (p.workshop_id, p.offer_id)
      join workshop w on w.id = p.workshop_id
      join enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id)
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      """,
      as: (
        WorkshopCode.self, StudentNumber.self, CohortCode.self, OfferCode.self, Day.self, Day?.self
      ))
    let reference = PlacementReference(
      StudentReference(workshop: workshop, number: student), cohort: cohort, offer: offer)
    let place = (days.firstIndex(of: on) ?? 0) + number(0...90)
    return (reference, days[min(place, days.count - 1)], logged)
  }

  private mutating func log() async throws {
    let (reference, on, _) = try await placement()
    words = "log hours of \(reference) on \(on)"
    _ = try await office.placements.log(reference, on: on, hours: Double(number(2...8)))
  }

  private mutating func correctLog() async throws {
    let (reference, _, logged) = try await placement()
    guard let logged else { throw NothingToDraw() }
    words = "correct hours of \(reference) on \(logged)"
    _ = try await office.placements.correct(
      reference, on: logged, hours: Double(number(0...8)), reason: "a walk")
  }

  private mutating func endPlacement() async throws {
    let (reference, on, _) = try await placement()
    words = "end \(reference) on \(on)"
    _ = try await office.placements.end(reference, on: on, reason: "a walk")
  }

  private mutating func removePlacement() async throws {
    let (reference, _, _) = try await placement()
    words = "remove \(reference)"
    _ = try await office.placements.remove(reference)
  }

  private mutating func evaluate() async throws {
    let (reference, on, _) = try await placement()
    words = "evaluate \(reference) on \(on)"
    _ = try await office.placements.evaluate(
      reference, by: try one(of: EvaluationSide.allCases), mark: String(number(2...5)), scale: "cis5",
      on: on)
  }
}
