import Postgres

/// A file of which each line is a row of one table: reading, plan and writing follow from its columns.
///
/// What only the noun has is said by its script. It finds what the lines say in `part`, beside the row that
/// is there, and puts what else they break into `refused`: line, `column:rule`, and what is to be added to
/// the words of the rule.
struct FlatImport: Sendable {
  /// The table that is written.
  let table: String
  /// What the rows that are there are read from: the table, or a view that has its columns, and those that
  /// are parts of it or stand in other tables, as the file has them.
  let known: String
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
  /// Columns of the table that none of the file is written into, but that are made of several.
  let made: [FlatMade]
  /// The script in `sql/import` of what only this noun has.
  let script: ImportScript?
  /// What is written before the rows, as what they refer to, and after them, as what stands in other tables.
  let before: ImportScript?
  let after: ImportScript?
  /// What is done last, of a workbook of several sheets after all of them, as what ends something on which
  /// they rely: it finds what it needs in a table of its own, `late_…`, that the script before it has left.
  let late: ImportScript?

  init(
    into table: StaticString, as known: StaticString? = nil, of line: FlatLine = .workshop,
    key: [StaticString], once: String, subject: StaticString, keepsBatch: Bool = false,
    onChange: StaticString? = nil, made: [FlatMade] = [], script: ImportScript? = nil,
    before: ImportScript? = nil, after: ImportScript? = nil, late: ImportScript? = nil
  ) {
    self.table = table.description
    self.known = (known ?? table).description
    (self.made, self.before, self.after, self.late) = (made, before, after, late)
    self.line = line
    self.key = key.map(\.description)
    self.once = once
    self.subject = subject.description
    self.keepsBatch = keepsBatch
    self.onChange = onChange?.description
    self.script = script
  }
}

/// A column of a table that is made of several of a file.
struct FlatMade: Sendable {
  let column: String
  /// What is written, of `r`, what the line says, and `k`, the row that is there.
  let value: String
  /// What a line breaks of which nothing can be made, `column:rule`.
  let needed: String?

  init(_ column: StaticString, _ value: StaticString, needed: String? = nil) {
    (self.column, self.value, self.needed) = (column.description, value.description, needed)
  }

  /// The titles in all languages, of the columns that have them.
  static let titles = FlatMade(
    "titles",
    """
    luban.titles_of(coalesce(r.title, k.title), coalesce(r.title_zh, k.title_zh),
      coalesce(r.title_ru, k.title_ru), coalesce(r.other_titles, k.other_titles))
    """, needed: "title:line_has_a_title")
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
  /// Whether all workshops share the rows.
  var isShared = false
  /// What is exported of it, of the rows `k`: each column of the file, and the joins that these need.
  var exported: [(column: String, value: SQL)] = []
  var joins: SQL = ""

  static let workshop = FlatLine(
    columns: [.workshop], needs: [.workshop], scripts: ["workshop_line"], table: "line_workshop",
    key: ["workshop_id"], told: [],
    problem: "case when r.workshop_id is null then 'workshop:line_names_a_workshop' end", isLocked: false,
    exported: [("workshop", "w.code")], joins: "join workshop w on w.id = k.workshop_id")

  /// What all workshops share: nobody's.
  static let shared = FlatLine(
    columns: [], needs: [], scripts: ["shared_line"], table: "line_shared", key: [], told: [],
    problem: "null::text", isLocked: false, isShared: true)

  /// An edition of a program, the latest where none is named.
  static let edition = FlatLine(
    columns: ImportColumn.edition, needs: [.column("program")], scripts: ["edition_line"],
    table: "line_edition", key: ["edition_id"], told: [], problem: "r.problem", isLocked: false,
    isShared: true, exported: [("program", "o.code"), ("edition", "e.edition")],
    joins: "join program_edition e on e.id = k.edition_id join program o on o.id = e.program_id")

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
    let nearCities: [ImportScript] = own.contains { $0.target?.kind == .city } ? ["near_cities"] : []
    self.init(
      name, columns: columns,
      needs: flat.line.needs
        + own.filter { column in
          guard let target = column.target, flat.key.contains(target.column) else { return false }
          return target.isNeeded || target.kind == .code
        }.map { .column($0.name) },
      analyzed: columns.filter(\.isLookedUp).map(\.name),
      checks: [
        ImportStep("matching", flat.line.scripts + [.made(statements.lock), .made(statements.part)]),
        ImportStep("planning", (flat.script.map { [$0] } ?? []) + nearCities + [.made(statements.plan)]),
      ],
      writes: [
        ImportStep(
          "writing \(rows)", [flat.before, .made(statements.write), flat.after].compactMap { $0 })
      ], late: flat.late.map { [ImportStep("writing \(rows)", $0)] } ?? [], flat: flat)
  }
}

extension ImportColumn {
  /// Whether scripts join by it.
  fileprivate var isLookedUp: Bool {
    switch target?.kind {
    case .none, .code, .reference, .listed: true
    case .text, .title, .day, .number, .count, .smallCount, .word, .city, .codes, .titles: false
    }
  }
}
