import Luban
import Postgres
import Support
import Testing

/// Two that write at the same moment, where a rule stands between them.
///
/// One has written and not committed yet; the other is seen waiting for it, and then the first commits. Both are tried
/// as the first. The second is refused by its rule, or finds nothing to do any more; either way the doctor finds
/// nothing.
struct Race: Sendable {
  /// What meets what.
  let name: String
  let one: Side
  let other: Side

  /// A statement, and the rule that refuses it when it comes second; nil where it is not refused but does no harm.
  struct Side: Sendable {
    let sql: SQL
    let rule: String?

    init(_ rule: String?, _ sql: SQL) {
      self.sql = sql
      self.rule = rule
    }
  }

  init(_ name: String, _ one: Side, beside other: Side) {
    self.name = name
    self.one = one
    self.other = other
  }

  /// Runs it in both orders, on copies of a database on which the ground is laid and nobody is connected.
  func run(on ground: TestDatabase) async throws {
    for (first, second) in [(one, other), (other, one)] {
      try await ground.withCopy { copy in
        let place: Comment = "\(name): \(second.rule ?? "no rule")"
        let broken = try await outcome(on: copy.office.database, first, second, place)
        #expect(broken == second.rule, place)
        let ill = try await copy.office.schema.examine(isDeep: true).filter { !$0.isWell }
        #expect(ill.map(\.check) == [], place)
      }
    }
  }

  /// The rule by which the second was refused.
  private func outcome(on database: Database, _ first: Side, _ second: Side, _ place: Comment) async throws
    -> String?
  {
    let later: Task<Void, any Error>
    do {
      later = try await database.write { tx in
        try tx.runScript(first.sql)
        let later = Task { try await database.write { tx in try tx.runScript(second.sql) } }
        try tx.waitUntilSomebodyWaits()
        return later
      }
    } catch {
      Issue.record("\(name), the first: \(error)")
      return nil
    }
    do {
      try await later.value
      return nil
    } catch PostgresError.server(let error) {
      return error.constraint ?? error.message
    }
  }
}

extension TestDatabase {
  /// Lays the ground for races in the schema `race`: the workshop, and enrollments, courses and cohorts by their names.
  static func withRaces(_ races: [Race], _ setting: SQL, _ office: (Office) async throws -> Void) async throws
  {
    try await with { ground in
      try await office(ground.office)
      try await ground.office.database.write { tx in
        try tx.runScript(Self.names)
        try tx.runScript(setting)
      }
      await ground.office.database.close()
      for race in races { try await race.run(on: ground) }
    }
  }

  private static let names: SQL = """
    create schema race;
    create function race.w() returns int language sql as $$ select id from luban.workshop where code = 'UZ-TAS' $$;
    create function race.s(int) returns bigint language sql as $$ select id from luban.student where number = $1 $$;
    create function race.k(text) returns int language sql as $$ select id from luban.course where code = $1 $$;
    create function race.c(text) returns bigint language sql as $$
      select id from luban.cohort where code = 'UZ-TAS-LOG-' || $1 $$;
    create function race.cut() returns int language sql as $$
      select e.id from luban.program_edition e join luban.program p on p.id = e.program_id where p.code = 'CUT' $$;
    create function race.e(int, text default '2024A') returns bigint language sql as $$
      select id from luban.enrollment where student_id = race.s($1) and cohort_id = race.c($2) $$;
    create function race.change(int, luban.enrollment_state, date) returns setof text language sql as $$
      select unnest(refusals) from luban.change_enrollments(race.w(), array[race.e($1)], $2, $3) $$;
    """
}
