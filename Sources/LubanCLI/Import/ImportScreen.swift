import Luban
import Tabular

extension ImportNote {
  /// The note, of how many lines, and the first of them.
  var told: String {
    guard count > 0 else { return "Note: \(note)." }
    let places = cells ?? lines.map { "line \($0)" }
    let samples = zip(places, values).map { place, value in "\(place)\(value.map { ", \($0)" } ?? "")" }
    let more = count > lines.count ? "; …" : ""
    let counted = cells == nil ? Figures.count(count, "line") : Figures.count(count)
    return "Note: \(note): \(counted) (\(samples.joined(separator: "; "))\(more))."
  }
}

/// What came of an import, for people.
struct ImportScreen {
  private let outcome: ImportOutcome
  private let request: ImportRequest

  init(_ outcome: ImportOutcome, _ request: ImportRequest) {
    self.outcome = outcome
    self.request = request
  }

  func print() throws {
    let sink = ByteSink.standardOutput()
    try sink.write(lines: summary.map(VisibleText.lines))
    if !outcome.problems.isEmpty {
      try sink.write(lines: [""] + problems.lines(Terminal.style))
      try sink.write(lines: [""] + wayOut.map(VisibleText.lines))
    }
    try sink.flush()
  }

  private var summary: [String] {
    var parts: [String] = []
    func add(_ count: Int, _ what: String) {
      if count > 0 { parts.append("\(Figures.count(count)) \(what)") }
    }
    if !request.noun.countsPeople {
      add(outcome.created, "created")
      add(outcome.changed, "changed")
    }
    add(outcome.peopleCreated, outcome.peopleCreated == 1 ? "new person" : "new people")
    add(outcome.peopleChanged, outcome.peopleChanged == 1 ? "person changed" : "people changed")
    add(outcome.enrolled, "enrolled")
    add(outcome.waitlisted, "on the waitlist")
    add(outcome.unchanged, "unchanged")
    add(outcome.refused, "refused")
    add(outcome.blank, "blank")
    let counts = parts.isEmpty ? "no lines" : parts.joined(separator: ", ")
    var lines = ["\(heading): \(Figures.count(outcome.lines, "line")): \(counts)."]
    if !outcome.changedFields.isEmpty {
      let fields = outcome.changedFields.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      lines.append("Fields changed: " + fields.map { "\($0.key) \($0.value)" }.joined(separator: ", ") + ".")
    }
    if outcome.differingLines > 0 {
      lines.append(
        "\(Figures.count(outcome.differingLines, "line"))"
          + " \(outcome.differingLines == 1 ? "differs" : "differ")"
          + " from what is known; --update takes \(outcome.differingLines == 1 ? "it" : "them") over."
      )
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
  private var leftOut: String {
    let (count, shown) = (outcome.leftOut.count, outcome.leftOut.prefix(10).joined(separator: ", "))
    let more = count > 10 ? ", …" : ""
    let fate =
      switch (request.replaces, outcome.isKept) {
      case (true, true): count == 1 ? "was taken away" : "were taken away"
      case (true, false): "would be taken away"
      case (false, _): count == 1 ? "stays; --replace takes it away" : "stay; --replace takes them away"
      }
    let of = count == 1 ? "1 planned session that is" : "\(Figures.count(count)) planned sessions that are"
    return "\(of) not in the file \(fate): \(shown)\(more)."
  }

  private var heading: String {
    if !outcome.batches.isEmpty {
      let shown = outcome.batches.prefix(5).map(\.description).joined(separator: ", ")
      return (outcome.batches.count == 1 ? "Batch " : "Batches ") + shown
        + (outcome.batches.count > 5 ? ", …" : "")
    }
    if request.isDryRun { return "Dry run" }
    return "Nothing was written"
  }

  private var problems: TextTable {
    TextTable(
      columns: [
        TextColumn("lines", .trailing), TextColumn("first"), TextColumn("column"), TextColumn("value"),
        TextColumn("rule"),
      ],
      rows: outcome.problems.map { problem in
        [
          Figures.count(problem.count), problem.places, problem.column,
          problem.shownValues, problem.sentence,
        ]
      })
  }

  private var wayOut: [String] {
    var seen: Set<String> = []
    let ways =
      outcome.problems.map { ($0.column, ActionWords.commands.say($0.wayOut, $0.actions)) }
      .filter { _, way in !way.isEmpty && seen.insert(way).inserted }
      .map { column, way in "\(column.map { "\($0): " } ?? "")\(way)" }
      + outcome.unknownValues.map { value in
        let map = shellQuoted("\(value.column):\(value.value)=\(value.meaning ?? "…")")
        return "\(value.column): What \(value.value) means is said by --map-value \(map)."
      }
    if outcome.isKept { return ways }
    let advice =
      request.errorsFile.map { "The refused lines are in \($0): correct them and send that file." }
      ?? "--errors FILE.csv writes the refused lines with the reasons; --skip-invalid takes the others."
    return ways + [advice]
  }
}

extension ImportProblem {
  /// The value; of several different ones the first three, each with the line it stands in.
  fileprivate var shownValues: String? {
    guard samples.count > 1 else { return samples.first?.value ?? values.first ?? nil }
    return samples.map { "\($0.value) (\($0.line))" }.joined(separator: ", ")
  }

  /// The first lines, or cells of a workbook, whose sheet is named once.
  fileprivate var places: String {
    guard let cells, let first = cells.first else { return lines.map(String.init).joined(separator: " ") }
    let others = cells.dropFirst().map { cell in cell.split(separator: "!").last.map(String.init) ?? cell }
    return ([first] + others).joined(separator: " ")
  }
}
