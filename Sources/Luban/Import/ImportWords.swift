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
}
