import Glibc
import Luban
import Postgres
import Synchronization

extension Ground {
  /// That of ``Luban/Office/cohort(_:year:capacity:intakeOn:plannedEndOn:)``.
  public static let cohort = Ground("cohort") { _ = try await $0.cohort() }

  /// That of ``Luban/Office/taughtCohort(_:scale:counts:)``.
  public static let taughtCohort = Ground("taught cohort") { try await $0.taughtCohort() }
}

/// Things tests need, with defaults for what does not matter to them.
extension Office {
  /// The time of the server, after everything that was recorded so far.
  public func now() async throws -> KnownTime {
    try await database.read { try $0.one("select clock_timestamp()", as: KnownTime.self) }
  }

  /// A workshop in Tashkent with a program LOG and what they need, and a cohort, opened.
  ///
  /// It begins in September of its year, and lasts until the July after the next.
  @discardableResult
  public func cohort(
    _ code: CohortCode = "UZ-TAS-LOG-2026A", year: Int = 2026, capacity: Int = 30, intakeOn: String? = nil,
    plannedEndOn: String? = nil
  ) async throws -> Cohort {
    try await ground()
    let cohort = try await cohorts.plan(
      code, at: "UZ-TAS", of: "LOG",
      CohortDetails {
        ($0.intakeOn, $0.plannedEndOn, $0.windowOpensOn, $0.capacity) = (
          day(intakeOn ?? "\(year)-09-01"), day(plannedEndOn ?? "\(year + 2)-07-01"), day("\(year)-01-01"),
          capacity
        )
      })
    return try await cohorts.open(cohort.code, on: day("\(year)-05-01"), override: "a test")
  }

  /// A cohort of the program LOG at a workshop, planned.
  @discardableResult
  public func plan(_ code: CohortCode, workshop: WorkshopCode = "UZ-TAS", capacity: Int = 30) async throws
    -> Cohort
  {
    try await ground()
    return try await cohorts.plan(
      code, at: workshop, of: "LOG",
      CohortDetails { ($0.intakeOn, $0.capacity) = (Day("2026-09-01") ?? .today, capacity) })
  }

  /// A workshop UZ-TAS and a program LOG, if they are not there yet.
  public func ground() async throws {
    try await database.write { tx in
      try tx.execute(
        """
        insert into workshop (code, titles, country, led_from_tianjin)
        values ('UZ-TAS', '{"en": "Uzbekistan Luban Workshop"}', 'UZ', true) on conflict do nothing
        """)
      try tx.execute("insert into program (code) values ('LOG') on conflict do nothing")
      try tx.execute(
        """
        insert into program_edition (program_id, edition, titles, mode, isced_field, isced_level, months, minimum_age)
        select id, '2026', '{"en": "Logistics"}', 'degree_education', '0413', 5, 24, 16 from program where code = 'LOG'
        on conflict do nothing
        """)
    }
  }
}

extension Office {
  /// So many days after the day it is at a workshop, by the clock of the database; of no workshop, on all the earth.
  public func dayToCome(_ days: Int = 1, at workshop: WorkshopCode? = "UZ-TAS") async throws -> Day {
    try await database.read { tx in
      try tx.one(
        "select today((select id from workshop where code = \(workshop))) + \(days)::int", as: Day.self)
    }
  }

  /// A course of 20 hours of theory and 20 of practice, and two credits.
  @discardableResult
  public func course(
    _ code: CourseCode, kind: CourseKind = .technical, requires: [CourseCode] = []
  ) async throws -> Course {
    try await courses.add(
      code,
      CourseDetails {
        ($0.kind, $0.titles, $0.theory, $0.practice, $0.credits, $0.requires) = (
          kind, ["en": "Course \(code)"], 20, 20, 2, requires
        )
      })
  }
}

extension Office {
  /// So many students of UZ-TAS, numbered from 1, with names, born in 2005 unless told otherwise.
  public func people(_ count: Int, born birth: String = "2005-01-01") async throws {
    try await ground()
    _ = try await database.write { tx in
      try tx.execute(
        """
        with made as (
          insert into student (workshop_id, number, birth_on, nationality, gender)
          select w.id, n, \(birth, as: .date), 'UZ', case when n % 2 = 0 then 'female' else 'male' end::gender
          from workshop w, next_student_numbers(w.id, \(count)::int) first, generate_series(first, first + \(count) - 1) n
          where w.code = 'UZ-TAS'
          returning workshop_id, id, number)
        insert into student_name (workshop_id, student_id, kind, full_name)
        select workshop_id, id, 'native', 'Student ' || number from made
        """)
    }
  }

  /// The words of a listing's page as CSV, as a user would get them.
  public func csv(_ listing: Listing, _ page: Page = Page()) async throws -> String {
    let collected = Collected()
    try await copy(listing, page, as: .csv) { collected.append($0) }
    return collected.text
  }
}

/// Bytes gathered from a copy.
private final class Collected: Sendable {
  private let bytes = Mutex<[UInt8]>([])
  func append(_ row: UnsafeRawBufferPointer) { bytes.withLock { $0.append(contentsOf: row) } }
  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}

/// References to students by number.
public func students(_ numbers: Int...) -> [StudentReference] {
  numbers.compactMap { StudentReference(String($0)) }
}

/// Runs a test with a file of the given text; the file goes away afterward.
public func withFile<Value>(_ text: String, _ body: (String) async throws -> Value) async throws -> Value {
  let path = "/tmp/luban-test-\(UInt64.random(in: .min ... .max)).csv"
  guard let file = fopen(path, "w") else { throw ProgramError(message: "no file \(path)") }
  fputs(text, file)
  fclose(file)
  defer { unlink(path) }
  return try await body(path)
}

extension Office {
  /// An active partner with one English name.
  @discardableResult
  public func partner(
    _ code: PartnerCode, country: String = "UZ", kind: PartnerKind = .college
  ) async throws -> Partner {
    let new = PartnerDetails { ($0.kind, $0.country, $0.names) = (kind, country, ["en": "Partner \(code)"]) }
    return try await partners.add(code, new, activeSince: Day("2020-01-01"))
  }

  /// A joint training of UZ-A and CN-B, both added where they are not there yet, from 2024 to 2031.
  @discardableResult
  public func agreement(
    _ number: AgreementCode = "A-1", covers: [AgreementScope] = [AgreementScope(workshop: "UZ-TAS")],
    expiresOn: Day? = Day("2031-01-01")
  ) async throws -> Agreement {
    try await ground()
    for (code, country) in [("UZ-A", "UZ"), ("CN-B", "CN")] as [(PartnerCode, String)] {
      do { try await partner(code, country: country) } catch LubanError.conflict {}
    }
    return try await agreements.add(
      number, of: ["UZ-A", "CN-B"],
      AgreementDetails {
        ($0.kind, $0.covers, $0.signedOn, $0.effectiveOn, $0.expiresOn) = (
          .jointTraining, covers, Day("2023-12-01"), Day("2024-01-01") ?? .today, expiresOn
        )
      })
  }

  /// UZ-TAS-LOG-2026A, planned for September 2026.
  @discardableResult
  public func plannedCohort(_ code: CohortCode = "UZ-TAS-LOG-2026A") async throws -> Cohort {
    try await ground()
    return try await cohorts.plan(
      code, at: "UZ-TAS", of: "LOG",
      CohortDetails {
        ($0.intakeOn, $0.plannedEndOn, $0.capacity) = (Day("2026-09-01") ?? .today, Day("2028-07-01"), 30)
      })
  }
}

extension Transaction {
  /// Returns when another session waits for a lock of this transaction.
  public func waitUntilSomebodyWaits() throws {
    try wait(
      until: """
        select exists (select from pg_stat_activity
          where datname = current_database() and pg_backend_pid() = any (pg_blocking_pids(pid)))
        """)
  }

  /// Returns when what the server is asked of its activity and statistics has come true.
  public func wait(until condition: SQL) throws {
    for _ in 1...12_000 {
      try execute("select pg_stat_clear_snapshot()")
      if try one(condition, as: Bool.self) { return }
      try execute("select pg_sleep(0.01)")
    }
    throw ProgramError(message: "this did not come true: \(condition)")
  }
}

extension Office {
  /// UZ-TAS-LOG-2024A with so many students enrolled since 2024-06-01, and two classes that begin with it.
  ///
  /// LOG-110 has four credits, LOG-210 six and the double weight. LOG-900 is no course of it.
  public func taughtCohort(_ students: Int = 3, scale: String? = "cis5", counts: String = "best") async throws
  {
    try await ground()
    for (code, credits) in [("LOG-110", 4.0), ("LOG-210", 6), ("LOG-900", 2)] {
      try await courses.add(
        CourseCode(code),
        CourseDetails {
          ($0.kind, $0.titles, $0.theory, $0.practice, $0.credits) = (
            .technical, ["en": "Course \(code)"], 20, 20, credits
          )
        })
    }
    try await programs.addToCurriculum(NewCurriculumItem(course: "LOG-110", term: 1), of: "LOG")
    try await programs.addToCurriculum(NewCurriculumItem(course: "LOG-210", term: 1, weight: 2), of: "LOG")
    if let scale {
      try await database.write { tx in
        try tx.execute(
          """
          insert into completion_rule (edition_id, scale, counted_attempt)
          select id, \(scale), \(counts)::counted_attempt from program_edition
          """)
      }
    }
    try await cohort("UZ-TAS-LOG-2024A", year: 2024)
    try await people(students)
    _ = try await enrollments.enroll(
      (1...students).compactMap { StudentReference(String($0)) }, in: "UZ-TAS-LOG-2024A",
      appliedOn: Day("2024-06-01") ?? .today)
    for course in ["LOG-110", "LOG-210"] as [CourseCode] {
      try await taughtClass(course, in: "UZ-TAS-LOG-2024A", from: "2024-09-01", to: "2025-01-31")
    }
  }

  /// Records an attempt of a student of UZ-TAS-LOG-2024A.
  @discardableResult
  public func grade(_ student: Int, _ course: CourseCode, _ mark: String, on day: String) async throws
    -> CourseResult
  {
    try await results.add(
      ResultReference(Support.students(student)[0], course, cohort: "UZ-TAS-LOG-2024A"), mark: mark,
      on: Day(day) ?? .today)
  }
}
