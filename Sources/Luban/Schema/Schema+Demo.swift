import Postgres

/// What a demonstration put in.
public struct Demonstration: Sendable, Codable, Hashable {
  /// Whether it was put in now, or had been there already.
  public let isNew: Bool
  /// What it was drawn from.
  public let seed: Int
  /// The people in it.
  public let students: Int
  /// Whether it has what they did in their classes and after.
  public let hasRecords: Bool
  /// The cohorts of the office.
  public let cohorts: Int
  /// The enrollments of the office.
  public let enrollments: Int
}

extension Schema {
  /// How many students a demonstration with records can have: a student has some two hundred of them.
  public static let mostStudentsWithRecords = 100_000

  /// Puts in plausible curricula, agreements, cohorts of the years 2021 to 2027 at some of the real
  /// workshops, and students who do not exist, each with a history until 2026-06-30; the same from the same
  /// seed.
  ///
  /// With records these have classes, attendance, results, language tests, culture, placements, and their
  /// editions a rule of completion: who has every part of it has completed, with credentials and outcomes.
  ///
  /// Nothing takes it out again, so it goes into an office without students; the same call again adds
  /// nothing.
  /// - Parameters:
  ///   - students: so many people, 1 to 1,000,000. In 40 cohorts up to a thousand, in 1,000 from 25,000 on.
  ///   - seed: what everything is drawn from, 1 to 999.
  ///   - hasRecords: whether with what they did; for at most ``mostStudentsWithRecords``.
  ///   - deadline: how long the server may take over a step; a million students take minutes in all.
  /// - Throws: ``LubanError/conflict(_:)`` where another demonstration is there,
  ///   ``LubanError/ruleBroken(_:)`` where the office has students of its own,
  ///   ``LubanError/usage(_:)`` for more students than that.
  public func demonstrate(
    students: Int = 1000, seed: Int = 1, hasRecords: Bool = true, deadline: Duration = .seconds(1800)
  ) async throws -> Demonstration {
    guard (1...1_000_000).contains(students), (1...999).contains(seed) else {
      throw LubanError.usage("A demonstration has 1 to 1000000 students, from a seed of 1 to 999.")
    }
    guard !hasRecords || students <= Self.mostStudentsWithRecords else {
      throw LubanError.usage(
        "A demonstration with records has at most \(Self.mostStudentsWithRecords) students.")
    }
    return try await office.write { tx in
      tx.deadline = deadline
      try SeedSet.workshops.putInWithNeeds(tx, patience: deadline)
      try tx.execute(
        """
        create temp table seed_request on commit drop as
        select seed, students, jsonb_strip_nulls(to_jsonb(asked)) as options
        from (select \(seed)::int, \(students)::int, nullif(\(hasRecords)::boolean, false))
          asked (seed, students, records)
        """)
      let isNew = try !Self.isThere(tx)
      if isNew { try Self.putIn(hasRecords: hasRecords, tx) }
      let (cohorts, enrollments) = try tx.one(
        "select (select count(*) from cohort), (select count(*) from enrollment)", as: (Int.self, Int.self))
      return Demonstration(
        isNew: isNew, seed: seed, students: students, hasRecords: hasRecords, cohorts: cohorts,
        enrollments: enrollments)
    }
  }

  private static func isThere(_ tx: Transaction) throws -> Bool {
    try tx.first(SQL.file("sql/seed/demo_is_there.sql"), as: Bool.self) ?? false
  }

  private static func putIn(hasRecords: Bool, _ tx: Transaction) throws {
    try tx.runScript("set local client_min_messages = warning; set local work_mem = '128MB'")
    for file in Embedded.folder("seed/demo") { try SeedSet.load(file, tx) }
    // The people, what they did, and at last the end of the cohorts whose time is over.
    try tx.runScripts(Embedded.folder("sql/seed/draw") + Embedded.folder("sql/seed/demo"))
    if hasRecords { try tx.runScripts(Embedded.folder("sql/seed/demo_records")) }
    try tx.runScript(SQL.file("sql/seed/demo_end.sql"))
  }
}
