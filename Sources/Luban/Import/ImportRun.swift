import FoundationEssentials
import Messages
import Postgres
import Tabular

/// One import within its transaction: staging, checks, plan, application, results.
struct ImportRun {
  private let request: ImportRequest
  private let tx: Transaction
  /// The command that reads the file.
  private let command: CommandKey
  private let progress: @Sendable (ImportProgress) -> Void
  private var file: ImportFile
  /// How long it may wait for its turn.
  private let deadline: Duration
  /// The workbook of refused lines of several sheets, of which this is one.
  var errorsBook: WorkbookOutput?
  /// Whether others see to what is done last.
  var leavesLate = false

  init(
    _ request: ImportRequest, _ tx: Transaction, _ command: CommandKey, deadline: Duration,
    _ progress: @escaping @Sendable (ImportProgress) -> Void
  ) throws {
    self.request = request
    self.deadline = deadline
    self.tx = tx
    self.command = command
    self.progress = progress
    file = try ImportFile(request, country: try Self.country(request, tx), isStopped: tx.isCancelled)
  }

  /// Does everything, and says what came of it; whether it is to be kept, the caller sees to.
  mutating func outcome() throws -> ImportOutcome {
    for need in form.needs { try need.check(file, request) }
    let values = try ValueMaps(request, form: form, keys: file.keys)
    try ImportTables(
      request: request, command: command, implied: file.implied,
      others: form.takesOtherColumns ? file.otherColumns : []
    ).make(tx)
    try stage()
    let unmet = try values.apply(tx, has: file.has)
    try ImportWords(form: form, tx: tx).look(has: file.has)
    try ImportTurn(form: form, tx: tx, deadline: deadline).take(has: file.has) { progress(.waiting($0)) }
    if file.damagedCount > 0 { try judgeDamagedLines() }
    for check in form.checks { try take(check) }
    var outcome = try counts()
    if form.takesOtherColumns, file.has("sheet") { outcome.refusedCells = try refusedCells() }
    outcome.ignoredColumns = form.takesOtherColumns ? [] : file.otherColumns
    outcome.unknownHeaders = form.takesOtherColumns ? [] : file.unknownHeaders.filter { $0.column != nil }
    outcome.problems = outcome.refused == 0 ? [] : try problems()
    outcome.unknownValues = try ImportWords(form: form, tx: tx).unknown(in: outcome.problems)
    if form.tellsLeftOut {
      outcome.leftOut = try tx.rows("select subject from left_out order by 1", as: String.self)
    }
    outcome.changedFields = request.updates ? try changedFields() : [:]
    let isAccepted =
      outcome.refused == 0
      || request.skipsInvalid && outcome.taken > 0
    if isAccepted { for write in form.writes + (leavesLate ? [] : form.late) { try take(write) } }
    // What was written may be noted, too, as what it clashes with.
    outcome.notes = file.notes + unmet + (try notes())
    try tx.execute("update run set is_accepted = \(isAccepted)")
    try writeFiles()
    if isAccepted { try take(ImportStep("noting where it came from", form.telling("batch"))) }
    outcome.isKept = isAccepted && !request.isDryRun
    outcome.batches = outcome.isKept ? try batches() : []
    return outcome
  }

  private var form: ImportForm { request.noun }

  /// The numbers of what is kept; none of a file that had nothing for any workshop.
  private func batches() throws -> [BatchNumber] {
    try tx.rows(
      """
      select w.code, b.number from import_batch b join workshop w on w.id = b.workshop_id
      where b.command = \(command) order by w.code
      """, as: (WorkshopCode.self, Int.self)
    ).map(BatchNumber.init)
  }

  /// The country of the file's workshop, or of all workshops where that is one.
  private static func country(_ request: ImportRequest, _ tx: Transaction) throws -> String? {
    try tx.first(
      """
      select min(country) from workshop w
      where coalesce(code = \(request.workshop), true)
        and (\(request.cohort)::text is null
          or exists (select from cohort c where c.workshop_id = w.id and c.code = \(request.cohort)))
      having count(distinct country) = 1
      """, as: String.self)
  }

  /// Finds what else is wrong with lines in which characters were lost, and then leaves them out.
  ///
  /// They are judged with all others once, which is undone: no step needs to know of them.
  private func judgeDamagedLines() throws {
    var faults: [(line: Int, fault: String)] = []
    do {
      try tx.savepoint {
        for check in form.checks { try take(check) }
        faults = try tx.rows(
          """
          select s.line, concat_ws(',', s.losses, (
            select string_agg(distinct one, ',')
            from plan p
            cross join lateral unnest(string_to_array(p.problems, ',')) one
            where p.line = s.line and split_part(one, ':', 1) <> all (
              select split_part(loss, ':', 1) from unnest(string_to_array(s.losses, ',')) loss)))
          from stage s where s.losses is not null
          """, as: (Int.self, String.self))
        throw Undone()
      }
    } catch is Undone {}
    try tx.execute(
      """
      update stage s set fault = f.fault
      from unnest(\(faults.map(\.line)), \(faults.map(\.fault))) f (line, fault) where s.line = f.line
      """)
  }

  private struct Undone: Error {}

  private func take(_ step: ImportStep) throws {
    progress(.step(step.name))
    for script in step.scripts { try tx.runScript(script.sql()) }
  }

  /// The file into the staging table, each field as text.
  private mutating func stage() throws {
    var lines = 0
    try tx.copyIn("copy stage from stdin") { buffer in
      guard try file.appendRecord(to: &buffer) else { return false }
      lines += 1
      if lines.isMultiple(of: 1024) {
        tell(lines)
      }
      return true
    }
    tell(lines)
    let kind =
      file.reader.sheet.map { ["sheet": $0.name] }
      ?? ["encoding": file.reader.encoding.rawValue, "delimiter": String(file.reader.delimiter.rawValue)]
    let options = [
      "map": request.map.joined(separator: ";"), "dates": request.dates?.rawValue ?? "iso",
      "update": String(request.updates), "replace": String(request.replaces),
      "skip_invalid": String(request.skipsInvalid),
    ].merging(kind) { shared, _ in shared }.merging(request.params) { shared, _ in shared }
    let text = String(decoding: try JSONEncoder().encode(options), as: UTF8.self)
    try tx.execute(
      """
      update run set file_sha256 = \(file.reader.source.sha256), file_bytes = \(file.reader.source.bytesRead),
        options = \(text, as: .jsonb)
      """)
    try tx.execute("select set_config('luban.batch', batch_id::text, true) from run")
    let columns = (["line", "fault"] + form.analyzed).map { "\(identifier: $0)" as SQL }
    try tx.execute("analyze stage (\(fragment: .joined(columns, separator: ", ")))")
  }

  private func tell(_ lines: Int) {
    let (bytes, size) = file.reader.progress
    progress(.reading(lines: lines, bytes: bytes, of: size))
  }

  private func counts() throws -> ImportOutcome {
    try tx.one(form.telling("count").sql()) { row in
      var outcome = ImportOutcome()
      outcome.lines = try row.decode("lines")
      outcome.blank = try row.decode("blank")
      outcome.refused = try row.decode("refused")
      outcome.created = try row.decode("created")
      outcome.changed = try row.decode("changed")
      outcome.unchanged = try row.decode("unchanged")
      outcome.differingLines = try row.decode("differing")
      guard form.countsPeople else { return outcome }
      outcome.peopleCreated = try row.decode("people_created")
      outcome.peopleChanged = try row.decode("people_changed")
      outcome.applied = try row.decode("applied")
      outcome.admitted = try row.decode("admitted")
      outcome.enrolled = try row.decode("enrolled")
      outcome.waitlisted = try row.decode("waitlisted")
      return outcome
    }
  }

  private func refusedCells() throws -> Int {
    try tx.one(
      """
      select coalesce(sum(case when p.problems ~ '#' then 1
        else greatest(1, cardinality(array_remove(s.others, null))) end), 0)
      from stage s left join plan p on p.line = s.line and p.problems is not null
      where p.problems is not null or s.fault <> 'blank'
      """, as: Int.self)
  }

  private func changedFields() throws -> [String: Int] {
    let rows = try tx.rows(
      """
      select field, count(*) from plan, unnest(string_to_array(differs, ',')) field
      where problems is null group by field
      """, as: (String.self, Int.self))
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// The language in which it is told what became of the lines.
  private var catalog: Catalog { request.words?.catalog ?? .english }

  private func problems() throws -> [ImportProblem] {
    let problem = try ImportScript.file("problem").sql()
    try tx.sayRules(by: request.words, of: form)
    // What differs from line to line is told of the first one.
    return try tx.rows(
      """
      select "column", rule, min(way_out) as way_out, min(actions) as actions, count(*) as count,
        case when count(distinct sentence) > 1 and (array_agg(detail order by line))[1] is not null
          then format(phrase('{0} (line {1}: {2})'), min(plain), min(line),
            (array_agg(detail order by line))[1])
          else (array_agg(sentence order by line))[1] end as sentence,
        (array_agg(line order by line))[1:5] as lines, (array_agg(value order by line))[1:5] as values,
        count(*) filter (where nth = 1 and value is not null) as kinds,
        (array_agg(value order by line) filter (where nth = 1 and value is not null))[1:3] as different,
        (array_agg(line order by line) filter (where nth = 1 and value is not null))[1:3] as places
      from (
        select *, row_number() over (partition by "column", rule, value order by line) as nth
        from (\(fragment: problem)) problem) problem
      group by "column", rule order by count(*) desc, min(line), 1, 2
      limit 200
      """
    ) { row in
      let column: String? = try row.decode("column")
      let lines: [Int] = try row.decode("lines")
      return ImportProblem(
        column: column, rule: try row.decode("rule"), sentence: catalog.reading(try row.decode("sentence")),
        wayOut: try row.decode("way_out"), actions: try row.decode("actions"), count: try row.decode("count"),
        lines: lines,
        values: try row.decode("values"),
        samples: zip(
          try row.decode("different", as: [String]?.self) ?? [],
          try row.decode("places", as: [Int]?.self) ?? []
        ).map(ImportProblem.Sample.init), kinds: try row.decode("kinds"),
        cells: file.cells(column: column, lines: lines))
    }
  }

  private func notes() throws -> [ImportNote] {
    try tx.rows(
      """
      select note, count(*) as count, (array_agg(line order by line))[1:3] as lines,
        (array_agg(value order by line))[1:3] as values
      from note n where not exists (select from plan p where p.line = n.line and p.problems is not null)
      group by note order by count(*) desc, note
      """
    ) { row in
      let lines: [Int] = try row.decode("lines")
      return ImportNote(
        note: catalog.reading(try row.decode("note")), count: try row.decode("count"), lines: lines,
        values: try row.decode("values"), cells: file.cells(column: nil, lines: lines))
    }
  }

  /// The files asked for.
  ///
  /// They are written before the commit, so that a full disk refuses the import.
  private func writeFiles() throws {
    if let path = request.resultFile {
      try write(path) { sink, isWorkbook in
        let result: SQL =
          "copy (\(fragment: try form.telling("result").sql())) to stdout (format csv, header)"
        if isWorkbook {
          let workbook = WorkbookOutput(sink, columns: [WorkbookOutput.Column(.number)])
          try tx.copyOut(result) { try Catalog.english.reading($0) { try workbook.write(row: $0) } }
          try workbook.finish()
        } else {
          let csv = try CSVOutput(sink)
          try tx.copyOut(result) { try Catalog.english.reading($0) { try csv.write(row: $0) } }
        }
      }
    }
    if let errorsBook {
      if try tx.one(form.telling("count").sql(), { row in try row.decode("refused", as: Int.self) }) > 0 {
        try RefusedLines(file: file, form: form, tx: tx, catalog: catalog).write {
          try errorsBook.begin(request.sheet ?? form.title(in: catalog.language), columns: $0)
          return errorsBook
        }
      }
    } else if let path = request.errorsFile {
      try write(path) { sink, isWorkbook in
        let lines = RefusedLines(file: file, form: form, tx: tx, catalog: catalog)
        if isWorkbook {
          var output: WorkbookOutput?
          try lines.write {
            let workbook = WorkbookOutput(sink, columns: $0, delimiter: file.reader.delimiter)
            output = workbook
            return workbook
          }
          try output?.finish()
        } else {
          // Who sends a workbook opens this file in the same program, which knows its letters by the mark.
          try lines.write(to: CSVOutput(sink, byteOrderMark: file.reader.sheet != nil))
        }
      }
    }
  }

  /// Writes a file: as a workbook where its name ends so.
  private func write(_ path: String, _ body: (_ sink: ByteSink, _ isWorkbook: Bool) throws -> Void) throws {
    let output = try OutputFile(path: path)
    do {
      try body(output.sink, path.lowercased().hasSuffix(".xlsx"))
      try output.commit()
    } catch {
      output.discard()
      throw error
    }
  }
}
