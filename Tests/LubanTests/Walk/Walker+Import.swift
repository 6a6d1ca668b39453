import Luban
import Postgres
import Support

// The same, by files of a few lines.

extension Walker {
  static let importCommands: [Command] = [
    Command("import people", 3) { try await $0.importPeople() },
    Command("import enrollments", 3) { try await $0.importEnrollments() },
    Command("import changes", 4) { try await $0.importChanges() },
    Command("import results", 3) { try await $0.importResults() },
    Command("import attendance", 3) { try await $0.importAttendance() },
    Command("import culture", 3) { try await $0.importCulture() },
    Command("import tests", 3) { try await $0.importTests() },
    Command("import placements", 2) { try await $0.importPlacements() },
    Command("import placement hours", 2) { try await $0.importHours() },
    Command("import outcomes", 2) { try await $0.importOutcomes() },
  ]

  /// Sends a file; what is refused line by line is refused as a whole, or left out.
  private mutating func send(
    _ noun: ImportForm, _ lines: [String], _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws {
    words = "import \(noun.name): \(lines.dropFirst().joined(separator: "; "))"
    let (updates, skips) = (chance(50), chance(60))
    let office = office
    var made = ImportRequest(path: "", noun: noun)
    made.updates = updates
    made.skipsInvalid = skips
    change(&made)
    let request = made
    let outcome = try await withFile(lines.joined(separator: "\n") + "\n") { path in
      var request = request
      request.path = path
      return try await office.imports.run(request)
    }
    if !outcome.isKept || outcome.refused == outcome.lines { throw NothingToDraw() }
  }

  private mutating func importPeople() async throws {
    var lines = ["full_name,birth_date,nationality,gender,language_level"]
    for _ in 0..<number(1...4) {
      lines.append("\(try name()),\(number(1996...2006))-0\(number(1...9))-1\(number(0...9)),UZ,f,hsk2010:1")
    }
    try await send(.people, lines) { $0.workshop = "UZ-TAS" }
  }

  private mutating func importEnrollments() async throws {
    var lines = ["workshop,number,full_name,birth_date,nationality,cohort,applied_on,enrolled_on,state"]
    for _ in 0..<number(1...3) {
      let cohort = try await cohort()
      let on = day()
      let state = try one(of: ["enrolled", "applied", "admitted"])
      lines.append(
        ",,\(try name()),2003-0\(number(1...9))-1\(number(0...9)),UZ,\(cohort),\(on),\(on),\(state)")
    }
    try await send(.peopleWithEnrollments, lines)
  }

  private mutating func importChanges() async throws {
    var lines = ["student,cohort,state,on,reason"]
    for _ in 0..<number(1...3) {
      let (student, cohort) = try await enrollment([
        .enrolled, .suspended, .applied, .withdrawn, .waitlisted, .transferred,
      ])
      let state = try one(of: [
        "completed", "withdrawn", "suspended", "enrolled", "returned", "admitted", "rejected", "dismissed",
      ])
      lines.append("\(student),\(cohort),\(state),\(day()),a walk")
    }
    try await send(.changes, lines)
  }

  private mutating func importResults() async throws {
    var lines = ["student,cohort,course,mark,graded_on"]
    for _ in 0..<number(1...3) {
      let (student, taughtClass) = try await taught()
      lines.append("\(student),\(taughtClass.cohort),\(taughtClass.course),\(number(40...100)),\(day())")
    }
    try await send(.results, lines)
  }

  private mutating func importAttendance() async throws {
    var lines = ["student,class,date,time,status"]
    for _ in 0..<number(1...3) {
      let (taughtClass, on, at) = try await session(isTaken: nil)
      let student = try await one(
        """
        select s.number from enrollment e join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
        join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
        where c.code = \(taughtClass.cohort)
        """, as: StudentNumber.self)
      lines.append("\(student),\(taughtClass),\(on),\(at),\(try one(of: AttendanceStatus.allCases))")
    }
    try await send(.attendance, lines)
  }

  private mutating func importCulture() async throws {
    var lines = ["student,cohort,event,hours"]
    for _ in 0..<number(1...3) {
      let (student, cohort) = try await enrollment([.enrolled])
      let event = try await one("select code from culture_event", as: EventCode.self)
      lines.append("\(student),\(cohort),\(event),\(number(1...3))")
    }
    try await send(.culture, lines)
  }

  private mutating func importTests() async throws {
    var lines = ["student,level,taken_on,score"]
    for _ in 0..<number(1...3) {
      let (student, _) = try await enrollment([.enrolled, .completed])
      lines.append("\(student),hsk2010:\(number(1...3)),\(day()),\(number(80...200))")
    }
    try await send(.language, lines)
  }

  private mutating func importPlacements() async throws {
    let offer = try await one("select code from placement_offer", as: OfferCode.self)
    let (student, cohort) = try await enrollment([.enrolled])
    try await send(.placements, ["student,cohort,offer", "\(student),\(cohort),\(offer)"])
  }

  private mutating func importHours() async throws {
    let (workshop, student, on) = try await one(
      """
      select w.code, s.number, p.begins_on from placement p
      join workshop w on w.id = p.workshop_id
      join enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id)
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      """, as: (WorkshopCode.self, StudentNumber.self, Day.self))
    let place = (days.firstIndex(of: on) ?? 0) + number(0...60)
    let day = days[min(place, days.count - 1)]
    try await send(
      .placementHours, ["student,day,hours", "\(workshop)/\(student),\(day),\(number(1...8))"])
  }

  private mutating func importOutcomes() async throws {
    let (student, cohort) = try await enrollment([.completed])
    let status = try one(of: OutcomeStatus.allCases)
    try await send(
      .outcomes,
      [
        "student,cohort,months,status,answered_on",
        "\(student),\(cohort),6,\(status.rawValue),\(days[days.count - 1])",
      ])
  }
}
