import Messages
import Postgres

/// One thing looked at by the doctor.
public struct Finding: Sendable, Codable, Hashable {
  /// What was looked at.
  public let check: Message
  /// Whether all is well.
  public let isWell: Bool
  /// What was found.
  public let found: Message
  /// How to mend it; empty where all is well.
  public let wayOut: Message
  /// What helps; nothing where all is well.
  public let actions: [Action]

  /// A finding.
  public init(
    check: Message, isWell: Bool, found: Message, wayOut: Message = "", actions: [Action] = []
  ) {
    self.check = check
    self.isWell = isWell
    self.found = found
    self.wayOut = isWell ? "" : wayOut
    self.actions = isWell ? [] : actions
  }
}

extension Schema {
  /// Looks at server, schema, clock and collation.
  ///
  /// - Parameter isDeep: whether derived state is compared with the events it comes from, which reads all of
  ///   them.
  public func examine(isDeep: Bool) async throws -> [Finding] {
    try await office.translatingErrors {
      try await database.read(retry: office.retry) { tx in
        tx.deadline = .seconds(600)
        var findings = [try Self.server(tx), try Self.schemaFinding(tx)]
        guard findings.allSatisfy(\.isWell) else { return findings }
        findings += [try Self.clock(tx), try Self.collation(tx), try Self.references(tx)]
        if isDeep { findings += try Self.derivedState(tx) }
        return findings
      }
    }
  }

  private static func server(_ tx: Transaction) throws -> Finding {
    let name = try tx.one("select current_setting('server_version')", as: String.self)
    return Finding(
      check: "server", isWell: tx.serverVersion >= 150_000,
      found: tx.isStandby
        ? "PostgreSQL \(name), a standby: nothing can be written here"
        : Message(verbatim: "PostgreSQL \(name)"),
      wayOut: "Luban needs PostgreSQL 15 or later.")
  }

  private static func schemaFinding(_ tx: Transaction) throws -> Finding {
    let problem = try Migrator.luban.problem(tx)
    return Finding(
      check: "schema", isWell: problem == nil,
      found: problem?.message
        ?? "migration \(Migrator.luban.migrations.count), functions \(Migrator.luban.checksum)",
      actions: problem?.actions ?? [])
  }

  private static func clock(_ tx: Transaction) throws -> Finding {
    let day = try tx.one("select (clock_timestamp() at time zone 'UTC')::date", as: Day.self)
    let newest = try tx.one(
      "select coalesce(max(run_at) <= clock_timestamp() + interval '5 minutes', true) from command",
      as: Bool.self)
    return Finding(
      check: "clock", isWell: newest, found: "today is \(day) UTC at the server",
      wayOut: "A command was recorded in the future: set the server's clock.")
  }

  private static func collation(_ tx: Transaction) throws -> Finding {
    let (recorded, actual) = try tx.one(
      """
      select coalesce(datcollversion, ''), coalesce(pg_database_collation_actual_version(oid), '')
      from pg_database where datname = current_database()
      """, as: (String.self, String.self))
    return Finding(
      check: "collation", isWell: recorded == actual,
      found: recorded == actual ? Message(verbatim: recorded) : "\(recorded), now \(actual)",
      wayOut: """
        The library of sorting orders changed: reindex schema luban, then alter database … refresh collation \
        version.
        """
    )
  }

  /// By whom foreign keys are looked up; one that nobody looks up is wrong, one that both do is slow.
  private static func references(_ tx: Transaction) throws -> Finding {
    let (all, byStatement, both, none) = try tx.one(
      """
      select count(*), count(*) filter (where is_by_statement),
        count(*) filter (where function is not null and is_by_row
          and (select rolsuper from pg_roles where rolname = current_user)),
        min(name) filter (where not is_by_row and not is_by_statement)
      from reference_look
      """, as: (Int.self, Int.self, Int.self, String?.self))
    return Finding(
      check: "references", isWell: none == nil && both == 0,
      found: none.map { "nobody looks up \($0)" as Message }
        ?? (both == 0
          ? "\(all) keys, \(byStatement) looked up by statement, the others row by row"
          : """
          \(all) keys, \(byStatement) looked up by statement, the others row by row, \(both) needlessly so
          """),
      actions: [Action("database.migrate")])
  }

  private static func derivedState(_ tx: Transaction) throws -> [Finding] {
    try tx.rows(SQL.file("sql/doctor.sql")) { row in
      let wrong: Int = try row.decode("wrong")
      let example: String? = try row.decode("example")
      return Finding(
        check: Message(try row.decode("check"), in: ""), isWell: wrong == 0,
        found: wrong == 0 ? "agrees" : "\(wrong) wrong, \(example ?? "")",
        wayOut: Message(try row.decode("way_out"), in: ""),
        actions: try row.decode("actions"))
    }
  }
}
