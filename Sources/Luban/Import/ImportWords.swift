import Postgres

/// What the words of a file mean: each distinct one is compared once, and lines are joined with the answers.
struct ImportWords {
  let form: ImportForm
  let tx: Transaction

  /// Makes the table `said`: of each kind, a value as it stands in the file, and what it means.
  ///
  /// - Parameter has: whether the file has a column.
  func look(has: (String) -> Bool) throws {
    let columns = form.columns.filter { has($0.name) }.compactMap { column in
      column.words.map { "select distinct \($0), \(identifier: column.name) from stage" as SQL }
    }
    // The cells of a sheet with a column a day hold what its one column of words would.
    let cells = form.takesOtherColumns ? form.columns.compactMap(\.words) : []
    let others = cells.map { "select distinct \($0), cell from stage, unnest(others) cell" as SQL }
    try tx.execute("create temp table said (kind text, raw text collate \"C\", means text) on commit drop")
    let all = columns + others
    guard !all.isEmpty else { return }
    try tx.execute(
      """
      insert into said
      select f.kind, f.raw, w.means
      from (\(fragment: .joined(all, separator: " union "))) f (kind, raw)
      join word w on (w.kind, w.word) = (f.kind, fold_word(f.raw))
      """)
    try tx.execute("analyze said")
  }

  /// The values of columns with problems that no word stands for, at most ten, with what they may mean: the
  /// one meaning of all words that begin so, or are one letter apart.
  func unknown(in problems: [ImportProblem]) throws -> [UnknownValue] {
    let told = Set(problems.compactMap(\.column))
    let columns = form.columns.compactMap { column in
      column.words.flatMap { kind -> SQL? in
        guard told.contains(column.name) else { return nil }
        return
          "select \(column.name), \(kind), \(identifier: column.name), line from stage where fault is null"
      }
    }
    if columns.isEmpty { return [] }
    return try tx.rows(
      """
      select f.name as column, f.raw as value, (
        select min(w.means) from word w
        where w.kind = f.kind and length(fold_word(f.raw)) >= 3 and (starts_with(w.word, fold_word(f.raw))
          or length(f.raw) between 4 and 200 and levenshtein_less_equal(w.word, fold_word(f.raw), 1) <= 1)
        having count(distinct w.means) = 1) as meaning
      from (
        select name, kind, raw, min(line) as line
        from (\(fragment: .joined(columns, separator: " union all "))) f (name, kind, raw, line)
        where raw is not null and not exists (select from said where (said.kind, said.raw) = (f.kind, f.raw))
        group by name, kind, raw order by min(line) limit 10) f
      order by f.line
      """, of: UnknownValue.self)
  }
}
