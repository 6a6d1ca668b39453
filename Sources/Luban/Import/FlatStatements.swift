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
  /// What the rows that are there are read from.
  private var known: SQL { "\(identifier: flat.known)" }
  /// The columns that the table itself has.
  private var own: [FlatColumn] { columns.filter { !$0.target.isPart } }
  private var line: SQL { "\(identifier: flat.line.table)" }
  private var keys: [FlatColumn] { columns.filter(\.isKey) }

  /// The key of a row, and the same of what the line says.
  private var rowKey: SQL { list(owner("k") + keys.map { "k.\(fragment: $0.column)" }) }
  private var isRow: SQL {
    let needed = keys.filter { $0.target.isNeeded || $0.target.kind == .code || $0.target.value != nil }
    let open = keys.filter { key in !needed.contains { $0.name == key.name } }
    let row = list(owner("k") + needed.map { "k.\(fragment: $0.column)" as SQL })
    let said = list(owner("r") + needed.map(\.written))
    let fixed: SQL = "(\(fragment: row)) = (\(fragment: said))"
    let others = open.map { "k.\(fragment: $0.column) is not distinct from \(fragment: $0.written)" as SQL }
    return .joined([fixed] + others, separator: " and ")
  }
  private var plannedKey: SQL { list(owner("j") + keys.map { "j.\(fragment: $0.column)" }) }
  /// Whose row it is, in a table.
  private func owner(_ alias: String) -> [SQL] {
    flat.line.key.map { "\(identifier: alias).\(identifier: $0)" }
  }

  /// Whoever relies on these rows, or writes them, is waited for.
  var lock: SQL {
    if flat.line.isLocked { return "" }
    // Of catalogs that all share, and of rows that other tables say which they are, all are.
    if flat.line.isShared || keys.contains(where: \.isReference) {
      return "lock table \(fragment: table) in share row exclusive mode;"
    }
    let said = list(owner("l") + keys.map(\.reading))
    return """
      select from \(fragment: table) k where (\(fragment: rowKey)) in (
        select \(fragment: said) from run cross join stage s join \(fragment: line) l on l.line = s.line)
      order by k.workshop_id, k.id for no key update;
      """
  }

  /// What each line says, beside the row that is there, and what is wrong with it by itself.
  var part: SQL {
    let made = flat.made.map { (name: $0.column, value: SQL(embedded: $0.value)) }
    let checked =
      own.map { "\(fragment: $0.column) => \(fragment: $0.written)" as SQL }
      + made.map { "\(identifier: $0.name) => \(fragment: $0.value)" as SQL }
    let unmade = flat.made.compactMap { one in
      one.needed.map { "case when (\(fragment: SQL(embedded: one.value))) is null then \($0) end" as SQL }
    }
    let broken: SQL = "luban.\(identifier: "broken_" + flat.table)(\(fragment: list(checked)))"
    let read: SQL = "nullif(concat_ws(',', \(fragment: list(columns.map(\.problem) + unmade))), '')"
    let differences = list(columns.filter { !$0.isKey }.map(\.difference))
    let workshop: SQL = flat.line.isShared ? "null::int as workshop_id" : "r.workshop_id"
    let owners: SQL = .joined(
      (flat.line.key.filter { $0 != "workshop_id" } + flat.line.told).map { "r.\(identifier: $0)," as SQL },
      separator: " ")
    let written = list(
      columns.map { "\(fragment: $0.written) as \(fragment: $0.column)" as SQL }
        + made.map { "\(fragment: $0.value) as \(identifier: $0.name)" as SQL })
    return """
      create temp table refused (line int not null, problem text not null, details jsonb) on commit drop;
      create temp table part on commit drop as
      with read as (
        select l.*, \(fragment: list(columns.map(\.read)))
        from run cross join stage s join \(fragment: line) l on l.line = s.line
        \(fragment: .joined(columns.map(\.meaning), separator: " "))
        offset 0
      )
      select r.line, \(fragment: workshop), \(fragment: owners) k.id as known_id,
        \(fragment: written),
        nullif(concat_ws(',', \(fragment: differences)), '') as differs,
        nullif(concat_ws(',', \(fragment: flat.line.problem), case when \(fragment: broken) is null
          then \(fragment: read) else luban.first_of_columns(\(fragment: read), \(fragment: broken)) end), '')
          as problems
      from run cross join read r
      \(fragment: .joined(columns.map(\.referred), separator: " "))
      left join \(fragment: known) k on \(fragment: isRow)
      \(fragment: .joined(columns.map(\.placed), separator: " "));
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
    let row = list(
      flat.line.key.filter { $0 != "workshop_id" }.map { "p.\(identifier: $0)" as SQL }
        + columns.map { "p.\(fragment: $0.column)" } + flat.made.map { "p.\(identifier: $0.column)" as SQL })
    // What is wrong with what is made of several columns, and called as none of them, is so with the line.
    let unnamed = flat.made.map(\.column).filter { !names.contains($0) }
    let pattern = "(^|,)(?:\(unnamed.joined(separator: "|"))):"
    let both: SQL = "concat_ws(',', p.problems, o.problems)"
    let told: SQL =
      unnamed.isEmpty ? both : "regexp_replace(\(fragment: both), \(pattern), \("\\1:"), 'g')"
    return """
      create temp table plan on commit drop as
      with judged as (
        select p.*, case when p.problems is not null or o.problems is not null
            then luban.by_column(\(fragment: told), \(names)) end as own_problems,
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
    let made = flat.made.map { "\(identifier: $0.column)" as SQL }
    let names = flat.line.key.map { "\(identifier: $0)" as SQL } + own.map(\.column) + made
    let batch: [SQL] = flat.keepsBatch ? ["batch_id"] : []
    let values = names.map { "p.\(fragment: $0)" as SQL } + batch.map { "run.\(fragment: $0)" }
    let set = own.filter { !$0.isKey }.map(\.column) + made
    let changed = set.map { "\(fragment: $0) = p.\(fragment: $0)" as SQL }
    let former = list(set.map { "k.\(fragment: $0)" as SQL })
    let planned = list(set.map { "p.\(fragment: $0)" as SQL })
    // A row of which only what stands elsewhere differs stays as it is.
    let isOther: SQL =
      flat.known == flat.table
      ? "true" : "(\(fragment: former)) is distinct from (\(fragment: planned))"
    let row: (row: SQL, planned: SQL) =
      flat.line.isShared ? ("k.id", "p.known_id") : ("(k.workshop_id, k.id)", "(p.workshop_id, p.known_id)")
    let others = flat.onChange.map { [SQL(embedded: $0)] } ?? []
    // Where all else stands in other tables, there is nothing to be set.
    let update: SQL =
      (changed + others).isEmpty
      ? ""
      : """
      update \(fragment: table) k set \(fragment: list(changed + others))
      from plan p, run where p.outcome = 'changed' and \(fragment: row.row) = \(fragment: row.planned)
        and \(fragment: isOther);
      """
    return """
      insert into \(fragment: table) (\(fragment: list(names + batch)))
      select \(fragment: list(values)) from plan p, run where p.outcome = 'created' order by p.line;
      \(fragment: update)
      """
  }

  /// All rows that there are, in the columns of the file and the order of its key.
  var export: SQL {
    let values = names.map { name -> SQL in
      if let column = columns.first(where: { $0.name == name }) { return column.exported }
      return flat.line.exported.first { $0.column == name }?.value ?? "null"
    }
    let joins = [flat.line.joins] + columns.map(\.exportedFrom)
    let keys = flat.line.exported.map(\.value) + keys.map(\.exported)
    let order = keys.map { "\(fragment: $0) collate \"C\" nulls first" as SQL }
    return """
      select \(fragment: list(values)) from \(fragment: known) k
      \(fragment: .joined(joins, separator: " ")) order by \(fragment: list(order))
      """
  }

  private func list(_ parts: some Sequence<SQL>) -> SQL { .joined(parts, separator: ", ") }
}
