import Luban
import Postgres
import Support
import Testing

@Suite("What was known, to the byte")
struct KnownMomentTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2024A"

  private func states(_ office: Office, knownAt: KnownTime) async throws -> String {
    var scope = ReportScope()
    scope.asOf = try #require(Day("2024-10-01"))
    scope.knownAt = knownAt
    return try await office.csv(
      office.reports.cohorts(scope), Page(columns: ["cohort", "applications", "enrolled", "census_size"]))
  }

  private static func holds(_ lock: Int32) -> SQL {
    """
    select exists (select from pg_locks where locktype = 'advisory' and objid = \(lock) and objsubid = 1 and granted
      and database = (select oid from pg_database where datname = current_database()))
    """
  }

  @Test(
    "a report beside a command that is still running tells of the moment before it, and the same after it")
  func running() async throws {
    try await withOffice(.graduation) { office in
      try await office.people(1)
      // The command: begun, written, and held open until the report was made.
      async let written: Void = office.database.write { tx in
        try tx.execute("select luban.begin_writing()")
        try tx.execute(
          """
          select enroll(c.workshop_id, c.id, array[s.id], 'enrolled', '2024-06-01', '2024-06-01')
          from cohort c join student s on s.workshop_id = c.workshop_id and s.number = 3
          """)
        try tx.execute("select pg_advisory_xact_lock(7)")
        try tx.wait(until: Self.holds(8))
      }
      try await office.database.read { try $0.wait(until: Self.holds(7)) }
      let asked = try await office.now()
      let moment = try await office.knownMoment(asked.description)
      #expect(moment.isHeld)
      let during = try await states(office, knownAt: moment.time)
      #expect(during.contains("UZ-TAS-LOG-2024A,2,2,2"))
      let unasked = try await office.knownMoment(nil)
      #expect(unasked == moment)
      try await office.database.read { tx in
        try tx.execute("select pg_advisory_xact_lock(8)")
        try tx.wait(until: "select not (\(fragment: Self.holds(7)))")
      }
      try await written
      #expect(try await states(office, knownAt: moment.time) == during)
      let after = try await office.knownMoment(nil)
      #expect(!after.isHeld)
      #expect(try await states(office, knownAt: after.time).contains("UZ-TAS-LOG-2024A,3,3,3"))
    }
  }

  @Test("between its start and its lock no command is missed: the lock comes at once or is refused")
  func late() async throws {
    try await withOffice(.graduation) { office in
      let refused = await #expect(throws: PostgresError.self) {
        try await office.database.write { tx in
          try tx.execute("select pg_sleep(0.6)")
          try tx.execute("select luban.begin_writing()")
        }
      }
      #expect(refused?.serverError?.sqlState == .serializationFailure)
    }
  }

  @Test(
    "whoever names a time that has just passed waits until no command of that time can still take its lock")
  func justPassed() async throws {
    try await withOffice(.graduation) { office in
      let asked = try await office.now()
      let moment = try await office.knownMoment(asked.description)
      #expect(!moment.isHeld && !moment.isToCome && moment.time == asked)
      let isPast = try await office.database.read { tx in
        try tx.one(
          "select clock_timestamp() >= \(asked, as: .timestamptz) + luban.lock_follows_within()",
          as: Bool.self)
      }
      #expect(isPast)
    }
  }

  @Test("a time to come is told as of now, for of that nobody knows yet what will be known")
  func toCome() async throws {
    try await withOffice(.graduation) { office in
      let moment = try await office.knownMoment("2999-01-01 00:00:00+00")
      #expect(moment.isToCome && !moment.isHeld)
      #expect(try await office.now().description > moment.time.description)
    }
  }

  @Test("a day is all of it: what was recorded on it, to its last moment, was known then")
  func wholeDay() async throws {
    try await withOffice(.graduation) { office in
      let moment = try await office.knownMoment("2024-06-30")
      #expect(moment.time.description == "2024-06-30 23:59:59.999999+00")
      #expect(try await office.knownMoment("2999-01-01").isToCome)
    }
  }

  @Test("commands that have ended hold nothing back, and an earlier time is as it was asked")
  func ended() async throws {
    try await withOffice(.graduation) { office in
      let asked = try await office.now()
      let moment = try await office.knownMoment(asked.description)
      #expect(!moment.isHeld && moment.time == asked)
    }
  }

  @Test("who is added, enrolled or renamed later is not in what was known, nor under another name")
  func later() async throws {
    try await withOffice(.graduation) { office in
      try await office.database.write { tx in
        try tx.execute("update student set entry_framework = 'hsk2010', entry_rank = 1 where number = 2")
      }
      var levels = LanguageLevelScope()
      levels.day = try #require(Day("2024-12-01"))
      levels.knownAt = try await office.now()
      var progress = CompletionScope()
      progress.asOf = levels.day
      progress.knownAt = levels.knownAt
      progress.includesAll = true
      var rates = AttendanceScope()
      rates.asOf = levels.day
      rates.knownAt = levels.knownAt
      func told() async throws -> String {
        try await office.csv(office.languageCertificates.levels(levels))
          + office.csv(office.completions.list(progress))
          + office.csv(office.attendance.rates(by: .student, rates))
      }
      let before = try await told()
      #expect(before.contains("Student 1") && before.contains("hsk2010:1"))
      try await office.people(1)
      try await office.cohort("UZ-TAS-LOG-2024B", year: 2024)
      _ = try await office.enrollments.enroll(
        students(3), in: cohort, appliedOn: try #require(Day("2024-07-01")))
      try await office.database.write { tx in
        try tx.execute("update student set entry_framework = 'hsk2010', entry_rank = 2 where number = 3")
        // An enrollment recorded later, of an earlier application: the level at entry was not shown by it then.
        try tx.execute(
          """
          select enroll(c.workshop_id, c.id, array[s.id], 'applied', '2024-01-15', '2024-01-15', 'a test')
          from cohort c join student s on s.workshop_id = c.workshop_id and s.number = 2
          where c.code = 'UZ-TAS-LOG-2024B'
          """)
        try tx.execute("update student_name set full_name = 'Another ' || full_name")
      }
      let after = try await told()
      #expect(after == before)
      levels.knownAt = nil
      #expect(try await office.csv(office.languageCertificates.levels(levels)).contains("Another Student 3"))
    }
  }

  @Test("whose progress and transcript could not be told then can't later, and a state is that of then")
  func enrolledLater() async throws {
    try await withOffice(.graduation) { office in
      try await office.people(1)
      let then = try await office.now()
      let third = students(3)[0]
      _ = try await office.enrollments.enroll([third], in: cohort, appliedOn: try #require(Day("2024-07-01")))
      var scope = CompletionScope()
      scope.knownAt = then
      await #expect(throws: LubanError.self) { _ = try await office.completions.parts(of: third, scope) }
      await #expect(throws: LubanError.self) { _ = try await office.results.show(third, knownAt: then) }
      let enrolled = try await office.now()
      _ = try await office.enrollments.change(
        .students([third]), in: cohort, to: .withdrawn, on: try #require(Day("2024-11-01")))
      #expect(try await office.results.show(third, knownAt: enrolled).map(\.state) == [.enrolled])
      #expect(try await office.results.show(third).map(\.state) == [.withdrawn])
      scope.knownAt = enrolled
      #expect(try await office.csv(office.completions.parts(of: third, scope)).contains("LOG-210"))
    }
  }

  @Test(
    "what is no time is refused, with how one is written", arguments: ["31.12.2025", "soon", "2025-13-01"])
  func noTime(text: String) async throws {
    try await withOffice { office in
      await #expect {
        _ = try await office.knownMoment(text)
      } throws: { error in
        "\(error)".contains("“\(text)” is no time. Write it as in 2026-06-30T18:00+05:00")
      }
    }
  }
}
