import Postgres

/// What a flat import sends, made of its columns.
struct FlatStatements {
  private let flat: FlatImport
  private let columns: [FlatColumn]
  /// The names of all columns of the file, in whose order problems are told.
  private let names: [String]

  init(_ flat: FlatImport, _ columns: [ImportColumn]) {
    self.flat = flat
    names = columns.map(\.name)
    self.columns = columns.compactMap { column in
      column.target.map {
        FlatColumn(
          name: column.name, words: column.words, target: $0, isKey: flat.key.contains($0.column))
      }
    }
  }

  private var table: SQL { "\(identifier: flat.table)" }
  private var line: SQL { "\(identifier: flat.line.table)" }
  private var keys: [FlatColumn] { columns.filter(\.isKey) }

  /// The key of a row, and the same of what the line says.
  private var rowKey: SQL { list(owner("k") + keys.map { "k.\(fragment: $0.column)" }) }
  private var saidKey: SQL { list(owner("r") + keys.map(\.written)) }
  private var plannedKey: SQL { list(owner("j") + keys.map { "j.\(fragment: $0.column)" }) }
  /// Whose row it is, in a table.
  private func owner(_ alias: String) -> [SQL] {
    flat.line.key.map { "\(identifier: alias).\(identifier: $0)" }
  }

  /// Whoever relies on these rows, or writes them, is waited for.
  var lock: SQL {
    if flat.line.isLocked { return "" }
    let said = list(owner("l") + keys.map(\.reading))
    return """
      select from \(fragment: table) k where (\(fragment: rowKey)) in (
        select \(fragment: said) from run cross join stage s join \(fragment: line) l on l.line = s.line)
      order by k.workshop_id, k.id for no key update;
      """
  }

  /// What each line says, beside the row that is there, and what is wrong with it by itself.
  var part: SQL {
    let checked = columns.map { "\(fragment: $0.column) => \(fragment: $0.written)" as SQL }
    let broken: SQL = "luban.\(identifier: "broken_" + flat.table)(\(fragment: list(checked)))"
    let read: SQL = "nullif(concat_ws(',', \(fragment: list(columns.map(\.problem)))), '')"
    let differences = list(columns.filter { !$0.isKey }.map(\.difference))
    let owners = list(owner("r") + flat.line.told.map { "r.\(identifier: $0)" })
    let written = list(columns.map { "\(fragment: $0.written) as \(fragment: $0.column)" })
    return """
      create temp table refused (line int not null, problem text not null, details jsonb) on commit drop;
      create temp table part on commit drop as
      with read as (
        select l.*, \(fragment: list(columns.map(\.read)))
        from run cross join stage s join \(fragment: line) l on l.line = s.line
        \(fragment: .joined(columns.map(\.meaning), separator: " "))
        offset 0
      )
      select r.line, \(fragment: owners), k.id as known_id,
        \(fragment: written),
        nullif(concat_ws(',', \(fragment: differences)), '') as differs,
        nullif(concat_ws(',', \(fragment: flat.line.problem), case when \(fragment: broken) is null
          then \(fragment: read) else luban.first_of_columns(\(fragment: read), \(fragment: broken)) end), '')
          as problems
      from run cross join read r
      \(fragment: .joined(columns.map(\.referred), separator: " "))
      left join \(fragment: table) k on (\(fragment: rowKey)) = (\(fragment: saidKey));
      analyze part;
      """
  }

  /// What will become of each line.
  ///
  /// Of those that are right in themselves the second about the same row repeats the first.
  var plan: SQL {
    let days = columns.filter { $0.target.kind == .day(isFact: true) }.map {
      "select luban.refuse_days_to_come(\($0.name), \($0.target.column));" as SQL
    }
    let student: SQL = flat.line.told.contains("student_id") ? "p.student_id" : "null::bigint"
    let row = list(owner("p").dropFirst() + columns.map { "p.\(fragment: $0.column)" })
    return """
      create temp table plan on commit drop as
      with judged as (
        select p.*, case when p.problems is not null or o.problems is not null
            then luban.by_column(concat_ws(',', p.problems, o.problems), \(names)) end as own_problems,
          o.details
        from part p
        left join (
          select line, string_agg(problem, ',' order by problem) as problems,
            jsonb_object_agg(split_part(problem, ':', 2), details) filter (where details is not null)
              as details
          from refused group by line) o on o.line = p.line
      ), repeated as (
        select j.*, coalesce(j.own_problems, case when row_number() over (
          partition by \(fragment: plannedKey), j.own_problems is null order by j.line) > 1
          then \(flat.once) end) as all_problems
        from judged j
      )
      select p.line, p.workshop_id, p.all_problems as problems, \(fragment: student) as student_id,
        \(fragment: SQL(embedded: flat.subject)) as subject,
        case when p.all_problems is not null then null when p.known_id is null then 'created'
          when p.differs is not null and run.may_update then 'changed' else 'unchanged' end as outcome,
        case when p.all_problems is null then p.differs end as differs, p.details, p.known_id,
        \(fragment: row)
      from repeated p, run;
      \(fragment: .joined(days, separator: "\n"))
      """
  }

  /// The rows, in the order of their lines.
  var write: SQL {
    let own = flat.line.key.map { "\(identifier: $0)" as SQL } + columns.map(\.column)
    let batch: [SQL] = flat.keepsBatch ? ["batch_id"] : []
    let made = own.map { "p.\(fragment: $0)" as SQL } + batch.map { "run.\(fragment: $0)" }
    let changed = columns.filter { !$0.isKey }.map {
      "\(fragment: $0.column) = p.\(fragment: $0.column)" as SQL
    }
    let others = flat.onChange.map { [SQL(embedded: $0)] } ?? []
    return """
      insert into \(fragment: table) (\(fragment: list(own + batch)))
      select \(fragment: list(made)) from plan p, run where p.outcome = 'created' order by p.line;
      update \(fragment: table) k set \(fragment: list(changed + others))
      from plan p, run where p.outcome = 'changed' and (k.workshop_id, k.id) = (p.workshop_id, p.known_id);
      """
  }

  private func list(_ parts: some Sequence<SQL>) -> SQL { .joined(parts, separator: ", ") }
}
