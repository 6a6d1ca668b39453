import Messages
import Luban
import Tabular

extension ImportNote {
  /// The note, of how many lines, and the first of them.
  var told: Message {
    let note = Message(note, in: "")
    guard count > 0 else { return "Note: \(note)." }
    let places: [Message] = cells.map { $0.map(Message.init(verbatim:)) } ?? lines.map { "line \($0)" }
    let samples = zip(places, values).map { place, value in
      value.map { "\(place), \($0)" as Message } ?? place
    }
    let more = count > lines.count ? "; …" : ""
    let counted: Message = cells == nil ? "\(count: count, "line")" : "\(count)"
    return "Note: \(note): \(counted) (\(samples.joined(separator: "; "))\(more))."
  }
}

/// What came of an import, for people.
struct ImportScreen {
  private let outcome: ImportOutcome
  private let request: ImportRequest
  /// The sheet of a workbook of several, which says of all together what becomes of them.
  private let sheet: String?

  init(_ outcome: ImportOutcome, _ request: ImportRequest, sheet: String? = nil) {
    self.outcome = outcome
    self.request = request
    self.sheet = sheet
  }

  func print() throws {
    let sink = ByteSink.standardOutput()
    try sink.write(lines: summary.map(Self.told))
    if !outcome.problems.isEmpty {
      try sink.write(lines: [""] + problems.lines(Terminal.style))
      try sink.write(lines: [""] + wayOut.map(Self.told))
    }
    try sink.flush()
  }

  private static func told(_ message: Message) -> String {
    VisibleText.lines(message.told(in: Speech.catalog))
  }

  /// Whether what the lines bring was written, or would be; else only what hinders it is told.
  private var isTaken: Bool { outcome.isKept || request.isDryRun }

  private var counts: Message {
    let o = outcome
    let refused = o.refusedCells ?? o.refused
    let ends: [(Int, Message)] = [
      (refused, "\(number: refused) refused"), (o.blank, "\(number: o.blank) blank"),
    ]
    let counted: [(Int, Message)] = [
      (request.noun.countsPeople ? 0 : o.created, "\(number: o.created) created"),
      (request.noun.countsPeople ? 0 : o.changed, "\(number: o.changed) changed"),
      (o.peopleCreated, "\(count: o.peopleCreated, "new person", plural: "new people")"),
      (o.peopleChanged, "\(count: o.peopleChanged, "person changed", plural: "people changed")"),
      (o.applied, "\(number: o.applied) applied"), (o.admitted, "\(number: o.admitted) admitted"),
      (o.enrolled, "\(number: o.enrolled) enrolled"),
      (o.waitlisted, "\(number: o.waitlisted) on the waitlist"),
      (o.unchanged, "\(number: o.unchanged) unchanged"),
    ]
    let parts = ((isTaken ? counted : []) + ends).filter { $0.0 > 0 }.map(\.1)
    return parts.isEmpty ? "no lines" : parts.joined(separator: ", ")
  }

  private var summary: [Message] {
    let all: Message =
      if let cells = outcome.cells { "\(count: outcome.lines, "line"), \(count: cells, "cell")" } else {
        "\(count: outcome.lines, "line")"
      }
    var lines: [Message] = ["\(heading): \(all): \(counts)."]
    if !outcome.changedFields.isEmpty, isTaken {
      let fields = outcome.changedFields.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let changed = fields.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      lines.append("Fields changed: \(changed).")
    }
    if outcome.differingLines > 0 {
      lines.append(
        """
        \(count: outcome.differingLines, "line differs", plural: "lines differ") from what is known; \
        --update takes that over.
        """)
    }
    if !outcome.leftOut.isEmpty { lines.append(leftOut) }
    if !outcome.ignoredColumns.isEmpty {
      lines.append(
        "Columns not taken (see luban import template): \(outcome.ignoredColumns.joined(separator: ", "))")
      let maps = outcome.unknownHeaders.map { header in
        "--map \(shellQuoted("\(header.header)=\(header.column ?? "…")"))"
      }
      if !maps.isEmpty { lines.append("They may mean: \(maps.joined(separator: " "))") }
    }
    return lines
  }

  /// Planned sessions that the file leaves out, and what became of them; the first ten by name.
  private var leftOut: Message {
    let (count, shown) = (outcome.leftOut.count, outcome.leftOut.prefix(10).joined(separator: ", "))
    let more = count > 10 ? ", …" : ""
    let sessions: Message = "\(count: count, "planned session")"
    return
      switch (request.replaces, outcome.isKept)
    {
    case (true, true): "Not in the file, so taken away: \(sessions): \(shown)\(more)."
    case (true, false): "Not in the file, so it would be taken away: \(sessions): \(shown)\(more)."
    case (false, _): "Not in the file: \(sessions); --replace takes away what is not: \(shown)\(more)."
    }
  }

  private var heading: Message {
    if let sheet { return Message(verbatim: sheet) }
    if !outcome.batches.isEmpty {
      let shown = outcome.batches.prefix(5).map(\.description).joined(separator: ", ")
      let all = shown + (outcome.batches.count > 5 ? ", …" : "")
      return outcome.batches.count == 1 ? "Batch \(all)" : "Batches \(all)"
    }
    if request.isDryRun { return "Dry run" }
    // What all workshops share is of no batch.
    if outcome.isKept { return "Imported" }
    return "Nothing was written"
  }

  private var problems: TextTable {
    TextTable(
      columns: [
        TextColumn("lines", .trailing), TextColumn("where"), TextColumn("column"), TextColumn("value"),
        TextColumn("rule"),
      ],
      rows: outcome.problems.map { problem in
        [
          Figures.count(problem.count), problem.places, problem.column.map(heading),
          problem.shownValues, problem.sentence,
        ]
      })
  }

  /// What a column is called in the reader's language.
  private func heading(_ column: String) -> String {
    request.noun.heading(of: column, in: Speech.catalog.language)
  }

  /// What helps, each once with the columns it is about; of many the first three.
  private var advice: [(way: String, columns: [String])] {
    var advice: [(way: String, columns: [String])] = []
    for problem in outcome.problems {
      let way = ActionWords.commands.say(
        Message(verbatim: problem.wayOut), problem.actions, in: request.noun)
      if way.isEmpty { continue }
      let index =
        advice.firstIndex { $0.way == way }
        ?? {
          advice.append((way, []))
          return advice.count - 1
        }()
      if let name = problem.column.map(heading), !advice[index].columns.contains(name) {
        advice[index].columns.append(name)
      }
    }
    return advice.map { way, columns in (way, columns.count > 3 ? columns.prefix(3) + ["…"] : columns) }
  }

  private var wayOut: [Message] {
    let ways: [Message] =
      advice.map { way, columns in columns.isEmpty ? "\(way)" : "\(columns.joined(separator: ", ")): \(way)" }
      + (sheet == nil ? outcome.unknownValues : []).map { value in
        let map = shellQuoted("\(value.column):\(value.value)=\(value.meaning ?? "…")")
        return "\(value.column): What \(value.value) means is said by --map-value \(map)."
      }
    let file: Message? = request.errorsFile.map {
      "The refused lines are in \($0): correct them and send that file."
    }
    if sheet != nil { return ways }
    if outcome.isKept { return ways + (outcome.refused > 0 ? [file].compactMap(\.self) : []) }
    // Nothing is written of other lines either: who sent the corrected ones alone would leave them out.
    let hasOthers = outcome.refused < outcome.lines
    let others: Message? =
      !hasOthers
      ? file
      : request.errorsFile.map {
        """
        The refused lines are in \($0). Take the others first, with --skip-invalid, then send that file \
        corrected; or correct them in your own file, and send all of it.
        """
      }
    let advice: Message =
      others
      ?? "--errors FILE.csv writes the refused lines with the reasons; --skip-invalid takes the others."
    return ways + [advice]
  }
}

extension ImportProblem {
  /// The value; of several different ones the first three, each with the line it stands in.
  fileprivate var shownValues: String? {
    guard samples.count > 1 else { return samples.first?.value ?? values.first ?? nil }
    let shown = samples.map { "\($0.value) (\($0.line))" } + (kinds > samples.count ? ["…"] : [])
    return shown.joined(separator: ", ")
  }

  /// The first lines, or cells of a workbook, whose sheet is named once.
  fileprivate var places: String {
    let more = count > lines.count ? ["…"] : []
    guard let cells, let first = cells.first else {
      return (lines.map(String.init) + more).joined(separator: " ")
    }
    let others = cells.dropFirst().map { cell in cell.split(separator: "!").last.map(String.init) ?? cell }
    return ([first] + others + more).joined(separator: " ")
  }
}
