import Luban
import Messages
import Printing
import Tabular

/// The charts of a report, which follow from what its figures are: bars of counts, points of rates.
struct FigureCharts {
  let columns: [Column]
  let rows: [[String?]]
  let figures: [ReportFigure]
  /// Counts of which each is a part of the one before, from the first to the last.
  let stages: [String]

  /// The rows that are no totals: a total would dwarf them.
  private var single: [[String?]] {
    guard let place = place("row") else { return rows }
    return rows.filter { $0[place] != "total" }
  }

  private func place(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }

  private func cell(_ name: String, _ row: [String?]) -> String? { place(name).flatMap { row[$0] } }

  /// A figure as a number, where it is one.
  private func number(_ name: String, _ row: [String?]) -> Double? { cell(name, row).flatMap(Double.init) }

  private func title(_ name: String) -> String {
    place(name).map { TextColumn(columns[$0]).title(in: Speech.catalog) } ?? name
  }

  /// The columns that tell rows apart: those before the first figure, by names where they have one beside the
  /// code, but for what is the same in all rows.
  private var labels: [Int] {
    let names = Set(figures.map(\.id) + ["cohorts", "workshops"])
    let told = columns.indices.prefix { !names.contains(columns[$0].name) }.filter {
      columns[$0].isShown && columns[$0].kind != .day && place("\(columns[$0].name)_name") == nil
    }
    if told.count > Self.mostLabels { return Array(told.prefix(1)) }
    let telling = told.filter { place in Set(single.map { $0[place] }).count > 1 }
    return telling.isEmpty ? told : telling
  }

  /// As many columns as a label takes: of more, the first one is the key.
  private static let mostLabels = 4

  private func label(_ row: [String?], without name: String? = nil) -> String {
    labels.filter { columns[$0].name != name }
      .compactMap { place in row[place].map(TextColumn(columns[place]).told) }
      .joined(separator: " · ")
  }

  /// All that there is to look at.
  var charts: [Chart] {
    guard !single.isEmpty else { return [] }
    let chief = figures.filter { figure in columns.contains { $0.name == figure.id && $0.isChief } }
    let counts = chief.filter { $0.rate == nil }.map(\.id)
    let rates = chief.filter { $0.rate?.percent.hasSuffix("percent") == true }
    if place("month") != nil { return rates.map(map).filter { !$0.rows.isEmpty } }
    let trends = time.map { time in rates.map { trend($0, over: time) } } ?? []
    let counted =
      place("level") != nil ? counts.map(levels) : stages.isEmpty ? counts.map { bars([$0]) } : [bars(stages)]
    return counted.filter { !$0.rows.isEmpty } + rates.map(points).filter { !$0.rows.isEmpty } + trends
  }

  /// Bars over each other, each a part of the one before.
  private func bars(_ names: [String]) -> Chart {
    bars(
      names.map(title).joined(separator: " › "), key: names.count > 1 ? names.map(title) : [],
      single.map { row in (label(row), names.map { cell($0, row) }) })
  }

  /// Bars of a count over each other, from the lowest level to the highest that somebody has.
  private func levels(_ name: String) -> Chart {
    let reached = single.filter { number(name, $0).map { $0 > 0 } ?? true }
    let levels = reached.reduce(into: [String]()) { levels, row in
      if let level = cell("level", row), !levels.contains(level) { levels.append(level) }
    }
    let groups = grouped(reached, without: "level")
    return bars(
      title(name), key: levels.map { title("level") + " " + $0 },
      groups.map { group in
        (
          group.label,
          levels.map { level in
            group.rows.first { cell("level", $0) == level }.map { cell(name, $0) } ?? "0"
          }
        )
      })
  }

  private func bars(_ title: String, key: [String], _ rows: [(label: String, cells: [String?])]) -> Chart {
    let drawn = rows.filter { row in row.cells.contains { $0.map { $0 != "0" } ?? false } }
    let most = drawn.flatMap(\.cells).compactMap { $0.flatMap(Double.init) }.max() ?? 0
    return Chart(
      title: title, note: nothingDrawn(rows.count - drawn.count), key: key, scale: Scale(upTo: most),
      rows: drawn.map { row in
        Chart.Row(
          label: row.label,
          marks: row.cells.enumerated().compactMap { step, cell in
            cell.flatMap { Double($0) == nil ? nil : .bar($0, step: step + 1) }
          },
          told: row.cells.map { $0 ?? "–" }.joined(separator: " › "))
      })
  }

  /// Rows that are told alike, but for one of the columns.
  private func grouped(_ rows: [[String?]], without name: String) -> [(label: String, rows: [[String?]])] {
    rows.reduce(into: []) { groups, row in
      let label = label(row, without: name)
      if let place = groups.firstIndex(where: { $0.label == label }) {
        groups[place].rows.append(row)
      } else {
        groups.append((label, [row]))
      }
    }
  }

  private func points(_ figure: ReportFigure) -> Chart {
    let hasRange = figure.isOfPersons
    let note: Message =
      hasRange
      ? """
      Percent; the line is where the rate might as well be by chance (95 %), the wider the fewer there are.
      """
      : "Percent."
    let rows = single.map { row in
      let parts = figure.rate.map { (number($0.numerator, row), number($0.denominator, row)) }
      let range = parts.flatMap { part, all in part.flatMap { part in all.flatMap { Interval(part, of: $0) } }
      }
      let point = number(figure.id, row).flatMap { _ in cell(figure.id, row) }
      return Chart.Row(
        label: label(row), marks: point.map { [.point($0, range: hasRange ? range : nil)] } ?? [],
        told: told(figure, row))
    }
    let drawn = rows.filter { !$0.marks.isEmpty }
    return Chart(
      title: title(figure.id),
      note: [note.cell, nothingDrawn(rows.count - drawn.count)].joined(separator: " "),
      scale: .percent, rows: drawn)
  }

  /// How many rows are left out of a chart.
  private func nothingDrawn(_ count: Int) -> String {
    let note: Message = "\(count: count, "row has", plural: "rows have") nothing to draw."
    return count == 0 ? "" : note.cell
  }

  /// A rate with what it is made of: 25.0 % (24/96).
  private func told(_ figure: ReportFigure, _ row: [String?]) -> String {
    let parts = figure.rate.flatMap { rate in
      cell(rate.numerator, row).flatMap { part in cell(rate.denominator, row).map { "(\(part)/\($0))" } }
    }
    let rate = cell(figure.id, row).map { Double($0) == nil ? $0 : "\($0) %" } ?? "–"
    return [rate, parts].compactMap(\.self).joined(separator: " ")
  }

  /// A rate from month to month, a row of fields for each of what the rows are of beside.
  private func map(_ figure: ReportFigure) -> Chart {
    let months = Self.months(single.compactMap { cell("month", $0) })
    // As many places as there are labels of the same width above them.
    let every = (months.count + 5) / 6
    let labels = stride(from: 0, to: months.count, by: max(every, 1)).map { months[$0] }
    let key = ["below \(Self.bounds[0]) %" as Message] + Self.bounds.map { "from \($0) %" as Message }
    return Chart(
      title: "\(title(figure.id)), \(title("month").lowercased())",
      note: ("The darker, the more; without a field nothing was noted in that month." as Message).cell,
      key: key.map(\.cell), scale: Scale(places: every * labels.count), axis: labels + [""],
      rows: grouped(single, without: "month").map { group in
        let rates = group.rows.compactMap { row -> (month: Int, rate: Double)? in
          guard let month = cell("month", row).flatMap(months.firstIndex), let rate = number(figure.id, row)
          else { return nil }
          return (month, rate)
        }
        let range = Set([rates.map(\.rate).min(), rates.map(\.rate).max()].compactMap(\.self)).sorted()
        return Chart.Row(
          label: group.label,
          marks: rates.map { .field(at: $0.month, step: Self.step($0.rate)) },
          told: range.map(Scale.text).joined(separator: "–") + " %")
      }.filter { !$0.marks.isEmpty })
  }

  /// Where the next step of color begins, in percent: close together where most rates are.
  private static let bounds = [50, 70, 80, 90, 95]

  private static func step(_ rate: Double) -> Int { bounds.count { rate >= Double($0) } + 1 }

  /// All months from the first to the last of some, as `2025-09`.
  private static func months(_ some: [String]) -> [String] {
    let numbers = some.compactMap { month -> Int? in
      let parts = month.split(separator: "-").compactMap { Int($0) }
      return parts.count == 2 ? parts[0] * 12 + parts[1] - 1 : nil
    }
    guard let first = numbers.min(), let last = numbers.max() else { return [] }
    return (first...last).map { "\($0 / 12)-\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1)" }
  }

  /// The column of years, of which there are several.
  private var time: String? {
    ["year", "intake_year"].first { name in Set(single.compactMap { number(name, $0) }).count > 1 }
  }

  /// How a rate goes from year to year, a line for each of what the rows are of beside.
  private func trend(_ figure: ReportFigure, over time: String) -> Chart {
    let years = Set(single.compactMap { number(time, $0) }).sorted()
    return Chart(
      title: "\(title(figure.id)), \(title(time).lowercased())",
      note: ("Percent, from \(Scale.text(years.first ?? 0)) to \(Scale.text(years.last ?? 0))." as Message)
        .cell,
      scale: .percent,
      rows: grouped(single, without: time).map { group in
        let points = group.rows.compactMap { row -> Chart.Point? in
          guard let year = number(time, row), number(figure.id, row) != nil,
            let rate = cell(figure.id, row), let place = years.firstIndex(of: year)
          else { return nil }
          return Chart.Point(x: (Double(place) + 0.5) / Double(years.count), y: rate)
        }
        return Chart.Row(
          label: group.label, marks: points.isEmpty ? [] : [.line(points.sorted { $0.x < $1.x })],
          told: group.rows.compactMap { row in
            cell(time, row).map { "\($0): \(told(figure, row))" }
          }.joined(separator: "; "))
      }, isRising: true)
  }
}
