import Postgres

/// What a database is brought to, and how: files applied once, files applied anew when something has changed,
/// and the data without which nothing can be entered.
///
/// All of it is one transaction under one lock. Whoever is killed in its midst leaves the database as it was.
struct Migrator: Sendable {
  /// Applied once each, from 1 on.
  let migrations: [Migration]
  /// Applied anew, all of them.
  let code: [Embedded]
  /// Puts the data in, or brings them up to date.
  let fill: @Sendable (Transaction) throws -> Void
  /// Tells this state of the files from every other one.
  let checksum: String

  /// - Parameters:
  ///   - schema: the files that are applied once.
  ///   - code: the files that are applied anew.
  ///   - data: what `fill` reads.
  init(
    schema: [Embedded], code: [Embedded], data: [Embedded],
    fill: @escaping @Sendable (Transaction) throws -> Void
  ) {
    migrations = schema.enumerated().map { Migration(number: $0.offset + 1, file: $0.element) }
    self.code = code
    self.fill = fill
    checksum = Luban.checksum(of: schema + code + data)
  }

  /// That of this program.
  static let luban = Migrator(
    schema: Embedded.folder("sql/schema"),
    code: Embedded.folder("sql/code") + Embedded.folder("sql/report") + Embedded.folder("sql/list"),
    data: SeedSet.reference.files, fill: SeedSet.reference.putIn)

  /// What ``migrate(_:patience:)`` would do now.
  func steps(_ tx: Transaction) throws -> [Schema.Step] {
    let last = Schema.Step(number: nil, name: "functions, views and reference data")
    let everything = migrations.map { Schema.Step(number: $0.number, name: $0.name) } + [last]
    guard try isThere(tx) else { return everything }
    let applied = try applied(tx)
    let code = try tx.first("select code from luban.code_state", as: String.self)
    return code == checksum ? [] : everything.filter { $0.number.map { $0 > applied } ?? true }
  }

  /// Does what is to be done, and says what that was.
  ///
  /// - Parameter patience: how long to wait for another migrator; what it has done need not be done again.
  func migrate(_ tx: Transaction, patience: Duration) throws -> [Schema.Step] {
    // As every command that writes; before the first time there is nothing of which a report could tell.
    try tx.execute(
      """
      do $$ begin
        if to_regprocedure('luban.begin_writing()') is not null then perform luban.begin_writing(); end if;
      end $$
      """)
    try Self.lock(tx, patience: patience)
    let steps = try steps(tx)
    if steps.isEmpty {
      // What a restored backup has switched on again.
      try tx.execute(
        """
        do $$ begin
          if to_regprocedure('luban.look_up_by_statement()') is not null then
            perform luban.look_up_by_statement();
          end if;
        end $$
        """)
      return []
    }
    tx.deadline = .seconds(3600)
    if try !isThere(tx) { try tx.runScript(SQL.file("sql/migration.sql")) }
    // Functions may name others that come later. Who reads a table that is altered is not waited for long:
    // others would wait behind us.
    try tx.runScript(
      """
      set local search_path = luban, pg_temp; set local check_function_bodies = off;
      set local lock_timeout = '5s'; set local client_min_messages = warning
      """)
    let numbers = Set(steps.compactMap(\.number))
    for migration in migrations where numbers.contains(migration.number) { try apply(migration, tx) }
    try tx.runScripts(code)
    try fill(tx)
    try tx.execute("delete from luban.code_state")
    try tx.execute("insert into luban.code_state (code) values (\(checksum))")
    return steps
  }

  /// What a transaction fails by whose schema is another.
  static let gateRule = "schema_is_of_this_program"

  /// Fails where the schema is another.
  var refusal: SQL {
    """
    select luban.break_rule(\(Self.gateRule)) from luban.schema_version
    where (number, code) is distinct from (\(migrations.count)::int, \(checksum)::text)
    """
  }

  /// What is wrong with the schema of a database, if anything.
  func problem(_ tx: Transaction) throws -> SchemaProblem? {
    try isThere(tx) ? difference(tx) : .missing
  }

  /// The same where there is a schema; an error of PostgreSQL's where there is none.
  func difference(_ tx: Transaction) throws -> SchemaProblem? {
    let (number, code) = try tx.one(
      "select number, code from luban.schema_version", as: (Int.self, String?.self))
    if number == migrations.count, code == checksum { return nil }
    do {
      let applied = try applied(tx)
      return applied < migrations.count ? .older(found: applied, wanted: migrations.count) : .otherCode
    } catch LubanError.schema(let problem) {
      return problem
    }
  }

  /// Held to the end of the transaction by whoever changes the schema, or puts data in that come with Luban.
  static func lock(_ tx: Transaction, patience: Duration) throws {
    let usual = tx.deadline
    defer { tx.deadline = usual }
    tx.deadline = patience
    do {
      let timeout = try tx.one("select current_setting('lock_timeout')", as: String.self)
      try tx.execute("select set_config('lock_timeout', '0', true)")
      try tx.execute("select pg_advisory_xact_lock(hashtext('luban.schema'))")
      try tx.execute("select set_config('lock_timeout', \(timeout), true)")
    } catch PostgresError.deadline(let waited, _) {
      throw LubanError.deadline(
        """
        Somebody else has been setting up this database, or filling it, for \(waited). \
        Nothing was changed; try again when it is done.
        """, actions: [Action("give", "timeout")])
    }
  }

  private func isThere(_ tx: Transaction) throws -> Bool {
    try tx.one("select to_regclass('luban.schema_version') is not null", as: Bool.self)
  }

  private func apply(_ migration: Migration, _ tx: Transaction) throws {
    try tx.runScript(SQL(embedded: migration.file.text))
    try tx.execute(
      """
      insert into luban.migration (number, name, checksum)
      values (\(migration.number), \(migration.name), \(migration.checksum))
      """)
  }

  /// How many migrations were applied, after comparing each with the program's.
  private func applied(_ tx: Transaction) throws -> Int {
    let rows = try tx.rows(
      "select number, name, checksum from luban.migration order by number",
      as: (Int.self, String.self, String.self))
    for ((number, name, checksum), mine) in zip(rows, migrations)
    where (number, name, checksum) != (mine.number, mine.name, mine.checksum) {
      throw LubanError.schema(.unreleased(migration: name))
    }
    guard rows.count <= migrations.count else {
      throw LubanError.schema(.newer(found: rows.count, wanted: migrations.count))
    }
    return rows.count
  }
}
