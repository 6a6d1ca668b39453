import Postgres

/// The turn of a file among all that enter people in its workshops, or rely on who is known there.
///
/// Whoever is known is looked up by names as well as by keys, so that no constraint could find two who enter
/// the same person side by side. Each holds the counters of its workshops instead, from before the first look
/// to the commit.
struct ImportTurn {
  let form: ImportForm
  let tx: Transaction
  /// How long it may wait.
  let deadline: Duration

  /// Takes the counters of all workshops that the file names, in the order of their keys.
  ///
  /// - Parameters:
  ///   - has: whether the file has a column.
  ///   - tell: called with who is waited for, before the wait.
  func take(has: (String) -> Bool, tell: (String) -> Void) throws {
    let workshops: SQL = .joined(named(has), separator: " union ")
    try tx.execute("create temp table turn (workshop_id) on commit drop as \(fragment: workshops)")
    for other in try others() { tell(other) }
    try tx.execute("select set_config('lock_timeout', \("\(milliseconds)ms"), true)")
    try tx.execute(
      """
      select from workshop_counter where workshop_id in (select workshop_id from turn)
      order by workshop_id for no key update
      """)
    try tx.execute("select set_config('lock_timeout', \(Office.sessionParameters["lock_timeout"]), true)")
  }

  /// Who holds one of the counters now; the look waits for nobody.
  private func others() throws -> [String] {
    try tx.rows(
      """
      select format('%s of %s (process %s), at work in %s since %s UTC', a.application_name, a.usename, a.pid,
        string_agg(w.code, ', ' order by w.code), to_char(a.xact_start at time zone 'UTC', 'HH24:MI:SS'))
      from turn
      join workshop_counter c using (workshop_id)
      join workshop w on w.id = c.workshop_id
      join pg_locks l on l.locktype = 'transactionid' and l.transactionid = c.xmax and l.granted
      join pg_stat_activity a on a.pid = l.pid
      where l.pid <> pg_backend_pid()
      group by a.pid, a.application_name, a.usename, a.xact_start
      """, as: String.self)
  }

  /// Below the deadline of the statement, so that the server gives up first, and says for what.
  private var milliseconds: Int {
    let whole = deadline / .milliseconds(1)
    return max(1, Int(whole * 0.98))
  }

  /// The workshops named, one query for each way in which a column of the file names them.
  private func named(_ has: (String) -> Bool) -> [SQL] {
    let ways: [(columns: [String], query: (SQL) -> SQL)] = [
      (
        ["workshop"],
        { "select w.id from workshop w where w.code in (select plain_code(\(fragment: $0)) from stage)" }
      ),
      (
        ["cohort", "class"],
        { column in
          """
          select c.workshop_id from cohort c
          where c.code in (select plain_code(split_part(\(fragment: column), '/', 1)) from stage)
          """
        }
      ),
      (
        ["student", "number", "same_as"],
        { column in
          """
          select w.id from workshop w where w.code in (
            select number_workshop(\(fragment: column)) from stage where \(fragment: column) ~ '[/／]')
          """
        }
      ),
      (
        ["sheet"],
        { column in
          """
          select h.workshop_id from sheet h
          where h.code in (select plain_code(\(fragment: column)) from stage)
          """
        }
      ),
      (
        ["serial"],
        { column in
          """
          select k.workshop_id from credential k
          where k.serial in (select plain_number(\(fragment: column)) from stage)
          """
        }
      ),
    ]
    let ofFile: [SQL] = [
      "select workshop_id from run",
      "select c.workshop_id from run join cohort c on c.code = run.cohort_code",
    ]
    return ofFile
      + ways.flatMap { way in
        way.columns.filter { column in form.columns.contains { $0.name == column } && has(column) }
          .map { way.query("\(identifier: $0)") }
      }
  }
}
