import Postgres

/// A file of which each line is a row of one table: reading, plan and writing follow from its columns.
///
/// What only the noun has is said by its script. It finds what the lines say in `part`, beside the row that
/// is there, and puts what else they break into `refused`: line, `column:rule`, and what is to be added to
/// the words of the rule.
struct FlatImport: Sendable {
  /// The table that is written.
  let table: String
  /// Whose rows these are.
  let line: FlatLine
  /// Its columns that tell, beside those of the line, which row is meant.
  let key: [String]
  /// What a second line about the same row breaks, `column:rule`: the key of the table.
  let once: String
  /// What a line is about, of the columns of the plan `p`.
  let subject: String
  /// Whether the rows say which import made them.
  let keepsBatch: Bool
  /// What else is set where a row is changed, of the options `run`.
  let onChange: String?
  /// The script in `sql/import` of what only this noun has.
  let script: ImportScript?

  init(
    into table: StaticString, of line: FlatLine = .workshop, key: [StaticString], once: String,
    subject: StaticString, keepsBatch: Bool = false, onChange: StaticString? = nil,
    script: ImportScript? = nil
  ) {
    self.table = table.description
    self.line = line
    self.key = key.map(\.description)
    self.once = once
    self.subject = subject.description
    self.keepsBatch = keepsBatch
    self.onChange = onChange?.description
    self.script = script
  }
}

/// Whose rows the lines of a flat file are, found by scripts that such files share.
struct FlatLine: Sendable {
  /// The columns that name it.
  let columns: [ImportColumn]
  /// What the header must have of it.
  let needs: [ImportNeed]
  let scripts: [ImportScript]
  /// The table they leave, `l`.
  let table: String
  /// Its columns that are those of the row too.
  let key: [String]
  /// Those that are only told.
  let told: [String]
  /// What is wrong with whom a line names.
  let problem: SQL
  /// Whether the scripts have whoever writes such rows wait.
  let isLocked: Bool

  static let workshop = FlatLine(
    columns: [.workshop], needs: [.workshop], scripts: ["workshop_line"], table: "line_workshop",
    key: ["workshop_id"], told: [],
    problem: "case when r.workshop_id is null then 'workshop:line_names_a_workshop' end", isLocked: false)

  static let instructor = FlatLine(
    columns: ImportColumn.instructor, needs: [.workshop, .column("instructor")],
    scripts: ["workshop_line", "instructor_line"], table: "named", key: ["workshop_id", "instructor_id"],
    told: ["instructor"], problem: "r.problem", isLocked: true)

  /// An enrollment, which a script of the noun finds, from `who` into `enrollment_line`.
  ///
  /// - Parameter told: a further column of that.
  static func enrollment(foundBy script: ImportScript, told: String) -> FlatLine {
    FlatLine(
      columns: ImportColumn.student, needs: [.student], scripts: ["who", "who_line", script],
      table: "enrollment_line", key: ["workshop_id", "enrollment_id"], told: ["student_id", told],
      problem: "r.problem", isLocked: true)
  }
}

extension ImportForm {
  /// A flat file.
  ///
  /// - Parameters:
  ///   - rows: what the progress line calls the rows that are written.
  ///   - own: the columns that are written, each with what it is written into.
  init(_ name: String, rows: String, flat: FlatImport, columns own: [ImportColumn]) {
    let columns = flat.line.columns + own
    let statements = FlatStatements(flat, columns)
    self.init(
      name, columns: columns,
      needs: flat.line.needs
        + own.filter { flat.key.contains($0.target?.column ?? "") }.map { .column($0.name) },
      analyzed: columns.filter(\.isLookedUp).map(\.name),
      checks: [
        ImportStep("matching", flat.line.scripts + [.made(statements.lock), .made(statements.part)]),
        ImportStep("planning", (flat.script.map { [$0] } ?? []) + [.made(statements.plan)]),
      ],
      writes: [ImportStep("writing \(rows)", [.made(statements.write)])], flat: flat)
  }
}

extension ImportColumn {
  /// Whether scripts join by it.
  fileprivate var isLookedUp: Bool {
    switch target?.kind {
    case .none, .code, .reference: true
    case .text, .day, .number, .count, .word: false
    }
  }
}
