import Messages
import Postgres
import Tabular

/// The file of refused lines: each as it came in, with the reasons, to be corrected and sent again.
///
/// The reasons are said in the words of `rule_words`.
struct RefusedLines {
  let file: ImportFile
  let form: ImportForm
  let tx: Transaction
  /// The words of the reasons, and the language in which a workbook has its headings.
  let catalog: Catalog

  private static let reasonColumn = "luban_problem"
  /// The headings of the column of reasons, which is not missed when the file comes back.
  static let reasonHeadings = [reasonColumn] + Heading.all(of: reasonColumn)
  /// Where a line is in doubt, the column for the answer stands ready: who it is, or who of those known.
  private var answerColumn: String { form.countsPeople ? "same_as" : "student" }

  /// Writes them as CSV, in the form in which they came.
  func write(to csv: CSVOutput) throws {
    let added = try addedColumns()
    let headings = added.map { form.heading(of: $0, in: catalog.language) }
    let heading = ([file.heading] + headings).joined(separator: delimiter) + "\n"
    try heading.withCString { text in
      try csv.write(row: UnsafeRawBufferPointer(start: text, count: heading.utf8.count))
    }
    let gap = String(repeating: delimiter, count: added.count)
    try copy("s.raw || \(gap) || p.reasons", added) { try csv.write(row: $0) }
  }

  /// Writes them as a sheet in which the cells are marked that have something wrong.
  func write(to workbook: (_ columns: [WorkbookOutput.Column]) throws -> WorkbookOutput) throws {
    let added = try addedColumns()
    let names = file.keptNames
    let columns = try form.columns(
      file.keptColumns + added.map { name in form.columns.first { $0.name == name } }, in: catalog.language)
    let output = try workbook(columns.map(WorkbookOutput.Column.init))
    let headings = names + added.map { form.heading(of: $0, in: catalog.language) }
    try output.write(headings.map { Array($0.utf8) })
    try copy(
      "array_to_string(p.cells, ' ') || \(delimiter) || p.reasons || \(delimiter) || s.raw",
      added
    ) { row in
      let fields = output.fields(of: row)
      let cells = String(decoding: fields[0] ?? [], as: UTF8.self).split(separator: " ").compactMap {
        Int($0)
      }
      let raw = fields.dropFirst(2)
      let gap = [[UInt8]?](repeating: nil, count: max(0, names.count - raw.count) + added.count - 1)
      try output.write(
        raw.prefix(names.count) + gap + [fields[1]] + raw.dropFirst(names.count), marked: Set(cells))
    }
  }

  private var delimiter: String { String(file.reader.delimiter.rawValue) }

  private func addedColumns() throws -> [String] {
    (try hasDoubts() && !file.has(answerColumn) ? [answerColumn] : []) + [Self.reasonColumn]
  }

  /// Whether a line is refused until somebody says who it is.
  private func hasDoubts() throws -> Bool {
    guard form.columns.contains(where: { $0.name == answerColumn }) else { return false }
    return try tx.one("select exists (select from plan where problems ~ \(doubts))", as: Bool.self)
  }

  private var doubts: String {
    form.countsPeople
      ? "is_not_in_doubt|line_repeats_nobody|is_not_known_otherwise"
      : "line_names_one_student|line_names_a_known_student"
  }

  /// Sends a text for each refused line, `s`, with its quoted reasons and positions of faulty cells, `p`.
  private func copy(
    _ text: SQL, _ added: [String], to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let positions = file.positions
    let width = file.keptNames.count
    let answer = file.keptColumns.firstIndex { $0?.name == answerColumn } ?? width
    // What stands below no header stands behind the reasons.
    let behind = width + added.count
    // A delimiter and a quote that no text holds: the line goes out as it came in.
    // A sentence may begin with the name of what it is about, which is then not said before it.
    try tx.copyOut(
      """
      copy (select \(fragment: text)
        from stage s join (
          select b.line,
            '"' || replace(
              string_agg(
                case when starts_with(translate(b.plain, '：', ':'), n.heading || ':') then ''
                  else coalesce(n.heading || ': ', '') end || b.sentence || ' '
                || coalesce(w.way, translate(advice(b.way_out, b.actions), '`', '')), ' '), '"', '""')
              || '"' as reasons,
            array_agg(distinct
              case b.rule when 'cell_stands_below_a_header' then \(behind) else h.position end)
              || case when bool_or(b.rule ~ \(doubts)) then \(answer) end as cells
          from (\(fragment: try SQL.file("sql/import/problem.sql"))) b
          left join rule_words w on w.name = b.rule
          left join unnest(\(positions.map(\.name)), \(positions.map(\.position)),
            \(positions.map { file.keptNames[$0.position] })) h (name, position, heading)
            on h.name = b."column"
          left join unnest(\(form.columns.map(\.name)),
            \(form.columns.map { form.heading(of: $0.name, in: catalog.language) })) f (name, heading)
            on f.name = b."column"
          cross join lateral (select coalesce(h.heading, f.heading, b."column") as heading) n
          group by b.line) p on p.line = s.line
        order by s.line)
      to stdout (format csv, quote e'\\x01', delimiter e'\\x02')
      """
    ) { try catalog.reading($0, sink) }
  }
}
