import Postgres

extension Transaction {
  /// The keys of a cohort, without the rest of it.
  struct CohortKey {
    let workshopID: Int
    let id: Int
    let code: CohortCode
  }

  func cohortKey(_ code: CohortCode) throws -> CohortKey {
    guard
      let (workshop, id) = try first(
        "select workshop_id, id from cohort where code = \(code)", as: (Int.self, Int.self))
    else { throw try notFound("cohort", code.rawValue, among: "select code from cohort") }
    return CohortKey(workshopID: workshop, id: id, code: code)
  }

  /// The keys of a cohort to which students of another go.
  func cohortKey(_ code: CohortCode, inWorkshopOf cohort: CohortKey) throws -> CohortKey {
    let key = try cohortKey(code)
    guard key.workshopID == cohort.workshopID else {
      throw LubanError.usage(
        "\(cohort.code) and \(code) are of two workshops: withdraw here, and enroll there.")
    }
    return key
  }

  /// The name, `n`, as the student `s` writes it.
  private static let nativeName: SQL = """
    left join student_name n
      on (n.workshop_id, n.student_id, n.kind, n.valid_to) = (s.workshop_id, s.id, 'native', 'infinity')
    """

  /// Asks a set function that lets students go on in a cohort.
  func goOn(in cohort: CohortKey, by function: SQL, _ outcome: inout EnrollmentOutcome) throws {
    try collect(
      """
      select s.number, coalesce(c.code, \(cohort.code)) as cohort, t.state, null::int as place, t.refusals,
        t.promoted, null::text as missing, n.full_name
      from \(fragment: function) t
      left join enrollment e on e.workshop_id = \(cohort.workshopID) and e.id = t.enrollment_id
      left join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join student s on s.workshop_id = \(cohort.workshopID) and s.id = coalesce(t.student_id, e.student_id)
      \(fragment: Self.nativeName)
      """, into: &outcome)
  }

  /// Keys of students of the cohort's workshop, in the order in which they are named.
  func studentIDs(_ students: [StudentReference], of cohort: CohortKey) throws -> [Int] {
    if students.contains(where: { $0.workshop != nil }) {
      let code = try one("select code from workshop where id = \(cohort.workshopID)", as: WorkshopCode.self)
      for student in students {
        if let named = student.workshop, named != code {
          throw LubanError.usage("\(student) is not a student of \(code), the workshop of \(cohort.code).")
        }
      }
    }
    let numbers = students.map { Int($0.number.value) }
    let found = try rows(
      """
      select a.number, s.id from unnest(\(numbers)) with ordinality a (number, nth)
      left join student s on s.workshop_id = \(cohort.workshopID) and s.number = a.number order by a.nth
      """, as: (Int32.self, Int?.self))
    let missing = found.filter { $0.1 == nil }.compactMap { StudentNumber(String($0.0))?.description }
    guard missing.isEmpty else {
      throw LubanError.notFound(noun: "student", code: missing.joined(separator: ", "), nearest: [])
    }
    return found.compactMap(\.1)
  }

  /// Keys of the enrollments a selection means; a student who is not in the cohort is an error.
  func enrollmentIDs(_ selection: EnrollmentSelection, in cohort: CohortKey) throws -> [Int] {
    switch selection {
    case .states(let states):
      return try rows(
        """
        select id from enrollment where workshop_id = \(cohort.workshopID) and cohort_id = \(cohort.id)
          and state::text = any (\(states.map(\.rawValue))) order by waitlist_place, id
        """, as: Int.self)
    case .students(let students):
      let ids = try studentIDs(students, of: cohort)
      let found = try enrollmentIDs(of: ids, in: cohort, standing: EnrollmentState.allCases)
      let known = Set(found.map(\.student))
      if let place = ids.firstIndex(where: { !known.contains($0) }) {
        throw LubanError.notFound(
          noun: "enrollment in \(cohort.code) of student", code: students[place].number.description,
          nearest: [])
      }
      return found.map(\.enrollment)
    }
  }

  func enrollmentIDs(
    of students: [Int], in cohort: CohortKey, standing states: [EnrollmentState]
  ) throws -> [(student: Int, enrollment: Int)] {
    try rows(
      """
      select e.student_id, e.id from unnest(\(students)) with ordinality a (student_id, nth)
      join enrollment e on e.workshop_id = \(cohort.workshopID) and e.student_id = a.student_id
        and e.cohort_id = \(cohort.id)
      where e.state::text = any (\(states.map(\.rawValue))) order by a.nth
      """, as: (Int.self, Int.self)
    ).map { (student: $0.0, enrollment: $0.1) }
  }

  func enroll(
    _ students: [Int], as state: EnrollmentState, _ appliedOn: Day, _ day: Day, _ override: String?,
    in cohort: CohortKey, _ outcome: inout EnrollmentOutcome
  ) throws {
    if students.isEmpty { return }
    try collect(
      """
      select s.number, \(cohort.code) as cohort, e.state,
        waitlist_turn(\(cohort.workshopID)::int, \(cohort.id), e.waitlist_place), e.refusals,
        false as promoted, null::text as missing, n.full_name
      from enroll(\(cohort.workshopID)::int, \(cohort.id), \(students), \(state), \(appliedOn), \(day),
        \(override)) e
      join student s on s.workshop_id = \(cohort.workshopID) and s.id = e.student_id
      \(fragment: Self.nativeName)
      """, into: &outcome)
  }

  func change(
    _ enrollments: [Int], to state: EnrollmentState, on day: Day, _ reason: ChangeReason,
    in cohort: CohortKey,
    _ outcome: inout EnrollmentOutcome
  ) throws {
    try collect(
      """
      select s.number, h.code as cohort, c.to_state as state,
        waitlist_turn(e.workshop_id, e.cohort_id, e.waitlist_place), c.refusals, c.promoted, c.missing,
        n.full_name
      from change_enrollments(\(cohort.workshopID)::int, \(enrollments), \(state), \(day), \(reason.code),
        \(reason.text)) c
      join enrollment e on e.workshop_id = \(cohort.workshopID) and e.id = c.enrollment_id
      join cohort h on (h.workshop_id, h.id) = (e.workshop_id, e.cohort_id)
      join student s on s.workshop_id = e.workshop_id and s.id = e.student_id
      \(fragment: Self.nativeName)
      """, into: &outcome)
  }

  /// Asks a set function that gives seats to those who wait, and answers with their enrollments.
  ///
  /// It stands among the tables by itself: a query that it is part of might be asked for each row of a join.
  func promoted(by function: SQL, in workshop: Int) throws -> [EnrollmentOutcome.Standing] {
    try rows(
      """
      select s.number, c.code, n.full_name from \(fragment: function) p (enrollment_id)
      join enrollment e on e.workshop_id = \(workshop) and e.id = p.enrollment_id
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      \(fragment: Self.nativeName)
      order by c.code, s.number
      """, as: (StudentNumber.self, CohortCode.self, String?.self)
    ).map {
      EnrollmentOutcome.Standing(student: $0.0, name: $0.2, cohort: $0.1, state: .enrolled, place: nil)
    }
  }

  /// Who gave a seat back in this transaction, and waits again, but for one enrollment.
  func waitingAgain(in workshop: Int, but enrollment: Int) throws -> [EnrollmentOutcome.Standing] {
    try rows(
      """
      select s.number, c.code, waitlist_turn(e.workshop_id, e.cohort_id, e.waitlist_place), n.full_name
      from enrollment_event v
      join enrollment e on (e.workshop_id, e.id) = (v.workshop_id, v.enrollment_id) and e.state = 'waitlisted'
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      \(fragment: Self.nativeName)
      where v.workshop_id = \(workshop) and v.recorded_at = now() and v.voids is not null
        and e.id <> \(enrollment)
      order by c.code, s.number
      """, as: (StudentNumber.self, CohortCode.self, Int.self, String?.self)
    ).map {
      EnrollmentOutcome.Standing(student: $0.0, name: $0.3, cohort: $0.1, state: .waitlisted, place: $0.2)
    }
  }

  /// Sorts what a set function answers into done, promoted and left out, with the words of the rules.
  func collect(_ sql: SQL, into outcome: inout EnrollmentOutcome) throws {
    var refused: [(student: StudentNumber, rules: [String], missing: String?)] = []
    for (student, cohort, state, place, rules, isPromoted, missing, name) in try rows(
      sql,
      as: (
        StudentNumber.self, CohortCode.self, EnrollmentState?.self, Int?.self, [String].self, Bool.self,
        String?.self, String?.self
      ))
    {
      if let state, rules.isEmpty {
        let standing = EnrollmentOutcome.Standing(
          student: student, name: name, cohort: cohort, state: state, place: place)
        if isPromoted { outcome.promoted.append(standing) } else { outcome.done.append(standing) }
      } else {
        refused.append((student, rules, missing))
      }
    }
    outcome.leftOut += try leftOut(refused, of: outcome.cohort, whoAreIn: outcome.from ?? outcome.cohort)
  }

  /// Those who were left out, each with the words of every rule.
  ///
  /// - Parameters:
  ///   - cohort: the one they should have come into.
  ///   - former: the one in which they are.
  func leftOut(
    _ refused: [(student: StudentNumber, rules: [String], missing: String?)], of cohort: CohortCode? = nil,
    whoAreIn former: CohortCode? = nil
  ) throws -> [EnrollmentOutcome.LeftOut] {
    if refused.isEmpty { return [] }
    let names = Set(refused.flatMap(\.rules))
    var details: [String: String] = [:]
    if let cohort, names.contains(BrokenRule.seatsEachDay) {
      details[BrokenRule.seatsEachDay] = try first(
        """
        select format(phrase('a seat is free since {0}'), f.day)
        from cohort, seat_free_since(workshop_id, id) f (day) where code = \(cohort) and f.day is not null
        """, as: String.self)
    }
    if let cohort, names.contains(BrokenRule.seats) {
      details[BrokenRule.seats] = try first(
        "select format('%s/%s', seats_held, capacity) from cohort where code = \(cohort)", as: String.self)
    }
    // What is said of a state is told with the one there is.
    let standings = try standings(of: refused.map(\.student), in: former, besides: cohort)
    let words = Dictionary(
      uniqueKeysWithValues: try rows(
        "select name, sentence, way_out, actions from rule where name = any (\(Array(names)))",
        as: (String.self, String.self, String.self, [Action].self)
      ).map { ($0.0, (sentence: $0.1, wayOut: $0.2, actions: $0.3)) })
    return refused.map { student, rules, missing in
      EnrollmentOutcome.LeftOut(
        student: student,
        rules: rules.map { name in
          BrokenRule(
            name: name, sentence: words[name]?.sentence ?? name, wayOut: words[name]?.wayOut ?? "",
            actions: words[name]?.actions ?? [],
            detail: BrokenRule.told.contains(name)
              ? missing ?? "" : details[name] ?? standings[student] ?? "")
        })
    }
  }

  /// In which state students are, and since when: in the cohort named, or, where they have gone on or are
  /// not in it, in the one of its program in which they were last.
  ///
  /// - Parameter target: the cohort of which it is said, which is not named again.
  private func standings(
    of students: [StudentNumber], in cohort: CohortCode?, besides target: CohortCode?
  ) throws -> [StudentNumber: String] {
    guard let cohort else { return [:] }
    let rows = try rows(
      """
      select distinct on (s.number) s.number, case when c.code = \(target ?? cohort)
          then format(phrase('{0} since {1}'), phrase(e.state::text), e.state_on)
        else format(phrase('{0} in {1} since {2}'), phrase(e.state::text), c.code, e.state_on) end
      from cohort asked
      join cohort c on (c.workshop_id, c.program_id) = (asked.workshop_id, asked.program_id)
      join enrollment e on (e.workshop_id, e.cohort_id) = (c.workshop_id, c.id) and e.state <> 'annulled'
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      where asked.code = \(cohort) and s.number = any (\(students.map { Int($0.value) }))
      order by s.number, (c.id = asked.id and e.state <> 'transferred') desc, e.state_on desc, e.id desc
      """, as: (StudentNumber.self, String.self))
    return Dictionary(rows.map { ($0.0, $0.1) }) { first, _ in first }
  }

  func enrollment(_ id: Int, of cohort: CohortKey) throws -> Enrollment {
    let events = try rows(
      """
      select e.nth, e.from_state as from, e.to_state as to, e.effective_on as on,
        to_char(e.recorded_at, 'YYYY-MM-DD HH24:MI:SS"Z"') as recorded_at, e.recorded_by,
        e.reason_code, own_reason(e.reason) as reason, e.voids,
        (select v.nth from enrollment_event v where v.workshop_id = e.workshop_id
          and v.enrollment_id = e.enrollment_id and v.voids = e.nth) as voided_by
      from enrollment_event e
      where e.workshop_id = \(cohort.workshopID) and e.enrollment_id = \(id) order by e.nth
      """, of: EnrollmentEvent.self)
    return try one(
      """
      select s.number as student, coalesce(n.full_name, '') as name, e.state, e.state_on as since,
        e.applied_on, waitlist_turn(e.workshop_id, e.cohort_id, e.waitlist_place) as place, e.override,
        (select c.code from report.link_in_force('infinity', 'infinity') k
          join enrollment p on (p.workshop_id, p.id) = (k.workshop_id, k.from_id)
          join cohort c on (c.workshop_id, c.id) = (p.workshop_id, p.cohort_id)
          where (k.workshop_id, k.to_id) = (e.workshop_id, e.id) order by k.id desc limit 1) as continues,
        (select c.code from report.link_in_force('infinity', 'infinity') k
          join enrollment f on (f.workshop_id, f.id) = (k.workshop_id, k.to_id)
          join cohort c on (c.workshop_id, c.id) = (f.workshop_id, f.cohort_id)
          where (k.workshop_id, k.from_id) = (e.workshop_id, e.id) order by k.id desc limit 1) as continued_in
      from enrollment e
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      left join student_name n on (n.workshop_id, n.student_id) = (s.workshop_id, s.id)
        and n.kind = 'native' and n.valid_to = 'infinity'
      where e.workshop_id = \(cohort.workshopID) and e.id = \(id)
      """, of: Enrollment.self, with: ["cohort": cohort.code, "events": events])
  }
}
