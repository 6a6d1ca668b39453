import FoundationEssentials
import Postgres
import Tabular

/// One import within its transaction: staging, checks, plan, application, results.
struct ImportRun {
  private let request: ImportRequest
  private let tx: Transaction
  private let progress: @Sendable (ImportProgress) -> Void
  private let file: ImportFile

  init(
    _ request: ImportRequest, _ tx: Transaction, _ progress: @escaping @Sendable (ImportProgress) -> Void
  ) throws {
    self.request = request
    self.tx = tx
    self.progress = progress
    file = try ImportFile(request)
  }

  /// Does everything, and says what came of it; whether it is to be kept, the caller sees to.
  mutating func outcome() throws -> ImportOutcome {
    try prepare()
    try stage()
    try step("checking", "1_tables", "2_draft")
    try step("matching", "3_match", "4_lock")
    try step("planning", "5_plan")
    var outcome = try counts()
    outcome.ignoredColumns = file.ignoredColumns
    outcome.problems = outcome.refused == 0 ? [] : try problems()
    outcome.changedFields = request.updates ? try changedFields() : [:]
    let isAccepted =
      outcome.refused == 0 || (request.skipsInvalid && outcome.refused < outcome.lines - outcome.blank)
    if isAccepted {
      try step("writing people", "6_people")
      if request.noun != .people { try step("writing enrollments", "7_enrollments") }
    }
    try writeFiles(isAccepted: isAccepted)
    if isAccepted { try step("noting where it came from", "8_batch") }
    outcome.isKept = isAccepted && !request.isDryRun
    outcome.batch = outcome.isKept ? try batchNumber() : nil
    return outcome
  }

  /// The number of what is kept; none of a file that had nothing for any workshop.
  private func batchNumber() throws -> Int? {
    try tx.first(
      "select number from import_batch where id = (select batch_id from run) limit 1", as: Int.self)
  }

  private func step(_ name: String, _ files: String...) throws {
    progress(.step(name))
    for file in files { try tx.runScript(SQL.file("sql/import/\(file).sql")) }
  }

  /// The options as a table of one row, which every step reads; memory for its sorts and joins.
  private func prepare() throws {
    let names = ["number", "full_name", "family_name", "given_name", "document_number"]
    if !names.contains(where: file.has) {
      throw LubanError.invalidData(
        "\(request.path) has no column that names a person: \(names.joined(separator: ", ")). "
          + "See luban import template, or give --map \"…=full_name\".")
    }
    let workshop = try request.workshop.map { try tx.id(ofWorkshop: $0) }
    let cohort = try request.cohort.map { try tx.cohort($0) }
    if request.noun != .people, cohort == nil, !file.has("cohort") {
      throw LubanError.invalidData(
        "\(request.path) has no column cohort, and no cohort was named. Give --cohort, or --map \"…=cohort\"."
      )
    }
    if request.noun == .people, workshop == nil, !file.has("workshop") {
      throw LubanError.invalidData(
        "\(request.path) has no column workshop, and none was named. Give --workshop.")
    }
    try tx.runScript(
      "set local work_mem = '128MB'; set local jit = off; set local client_min_messages = warning")
    try tx.execute(
      """
      create temp table run on commit drop as
      select \(cohort?.workshopID ?? workshop)::int as workshop_id, \(request.cohort) as cohort_code,
        \(request.dates) as dates, \(request.appliedOn) as applied_on,
        \(request.noun != .people) as with_enrollments, \(request.updates) as may_update,
        \(request.noun != .enrollments) as may_create, \(request.allowsNamesakes) as namesakes,
        \(request.override) as override, nextval('import_batch_number') as batch_id, \(request.noun) as noun,
        \(fileName) as file_name, null::text as file_sha256, 0::bigint as file_bytes, '{}'::jsonb as options
      """)
    let columns = ImportColumn.all.map { "\(identifier: $0.name) text collate \"C\"" as SQL }
    try tx.execute(
      """
      create temp table stage (line int not null, fault text, raw text,
        \(fragment: .joined(columns, separator: ", ")))
      on commit drop
      """)
  }

  private var fileName: String {
    request.path == "-"
      ? "standard input" : request.path.split(separator: "/").last.map(String.init) ?? request.path
  }

  /// The file into the staging table, each field as text.
  private func stage() throws {
    var lines = 0
    try tx.copyIn("copy stage from stdin") { buffer in
      guard try file.appendRecord(to: &buffer) else { return false }
      lines += 1
      if lines.isMultiple(of: 1024) {
        progress(.reading(lines: lines, bytes: file.reader.source.bytesRead, of: file.reader.source.size))
      }
      return true
    }
    progress(.reading(lines: lines, bytes: file.reader.source.bytesRead, of: file.reader.source.size))
    let options = String(
      decoding: try JSONEncoder().encode([
        "encoding": file.reader.encoding.rawValue, "delimiter": String(file.reader.delimiter.rawValue),
        "map": request.map.joined(separator: ";"), "dates": request.dates ?? "iso",
        "update": String(request.updates), "skip_invalid": String(request.skipsInvalid),
      ]), as: UTF8.self)
    try tx.execute(
      """
      update run set file_sha256 = \(file.reader.source.sha256), file_bytes = \(file.reader.source.bytesRead),
        options = \(options, as: .jsonb)
      """)
    try tx.execute("select set_config('luban.batch', batch_id::text, true) from run")
    try tx.execute("analyze stage (line, cohort, document_number)")
  }

  private func counts() throws -> ImportOutcome {
    try tx.one(SQL.file("sql/import/count.sql")) { row in
      var outcome = ImportOutcome()
      outcome.lines = try row.decode("lines")
      outcome.blank = try row.decode("blank")
      outcome.refused = try row.decode("refused")
      outcome.unchanged = try row.decode("unchanged")
      outcome.peopleCreated = try row.decode("people_created")
      outcome.peopleChanged = try row.decode("people_changed")
      outcome.enrolled = try row.decode("enrolled")
      outcome.waitlisted = try row.decode("waitlisted")
      outcome.differingLines = try row.decode("differing")
      return outcome
    }
  }

  private func changedFields() throws -> [String: Int] {
    let rows = try tx.rows(
      """
      select field, count(*) from plan, unnest(string_to_array(differs, ',')) field
      where problems is null group by field
      """, as: (String.self, Int.self))
    return Dictionary(uniqueKeysWithValues: rows)
  }

  private func problems() throws -> [ImportProblem] {
    let problem = try SQL.file("sql/import/problem.sql")
    return try tx.rows(
      """
      select "column", rule, min(sentence) as sentence, min(way_out) as way_out, count(*) as count,
        (array_agg(line order by line))[1:5] as lines, (array_agg(value order by line))[1:5] as values
      from (\(fragment: problem)) problem group by "column", rule order by count(*) desc, min(line) limit 200
      """
    ) { row in
      ImportProblem(
        column: try row.decode("column"), rule: try row.decode("rule"), sentence: try row.decode("sentence"),
        wayOut: try row.decode("way_out"), count: try row.decode("count"), lines: try row.decode("lines"),
        values: try row.decode("values"))
    }
  }

  /// The files asked for.
  ///
  /// They are written before the commit, so that a full disk refuses the import.
  private func writeFiles(isAccepted: Bool) throws {
    if let path = request.resultFile {
      try write(path) { output in
        let result = try SQL.file("sql/import/result.sql")
        try tx.copyOut(
          """
          copy (select line, case when not \(isAccepted) and outcome in ('created', 'changed')
            then 'unchanged'
              else outcome end as outcome, student, cohort, state, place, differs,
            case when not \(isAccepted) and outcome in ('created', 'changed')
              then 'held back: other lines were refused' else problems end as reason
            from (\(fragment: result)) result order by line) to stdout (format csv, header)
          """
        ) { try output.write(row: $0) }
      }
    }
    if let path = request.errorsFile {
      try write(path) { output in
        let problem = try SQL.file("sql/import/problem.sql")
        let delimiter = String(file.reader.delimiter.rawValue)
        let heading = file.header.raw + delimiter + ImportFile.reasonColumn + "\n"
        try heading.withCString { text in
          try output.write(row: UnsafeRawBufferPointer(start: text, count: heading.utf8.count))
        }
        // A delimiter and a quote that no text holds: the line goes out as it came in.
        try tx.copyOut(
          """
          copy (select s.raw || \(delimiter) || '"' || replace(p.reasons, '"', '""') || '"'
            from stage s join (
              select line,
                string_agg(coalesce("column" || ': ', '') || sentence || ' ' || way_out, ' ') as reasons
              from (\(fragment: problem)) problem group by line) p on p.line = s.line
            order by s.line)
          to stdout (format csv, quote e'\\x01', delimiter e'\\x02')
          """
        ) { try output.write(row: $0) }
      }
    }
  }

  private func write(_ path: String, _ body: (CSVOutput) throws -> Void) throws {
    let output = try OutputFile(path: path)
    do {
      try body(try CSVOutput(output.sink))
      try output.commit()
    } catch {
      output.discard()
      throw error
    }
  }
}
