import Postgres

extension Reports {
  /// The rows of a report with the counts of its people alone, told apart by what these are.
  ///
  /// Only what is listed can be told so: counts of people, and the rates of two of them. A count has as many
  /// as its members, so that both are the same by themselves; where it can't be known of all, it can't be of
  /// some.
  func counted(
    _ all: Listing, in report: FigureReport, _ scope: ReportScope
  ) async throws -> Listing {
    guard let rows = all.reportRows else { throw LubanError.internal("\(report.name) adds up to nothing") }
    let people = report.cuts.filter(\.isOfPeople)
    let figures = try await figures(of: report)
    // Among women all whose gender is known are women.
    let untold: Set = people.contains(.gender) || scope.gender != nil ? ["women", "gender_known"] : []
    let counts = figures.filter { $0.members?.areStudents == true && !untold.contains($0.id) }
    let rates = figures.filter { figure in
      figure.rate.map { rate in
        counts.contains { $0.id == rate.numerator } && counts.contains { $0.id == rate.denominator }
      } ?? false
    }
    if counts.isEmpty {
      throw LubanError.usage("Report \(report.name) counts no people: its figures are of other things.")
    }
    let query = CountedPeople(
      all: all, rows: rows, people: people, figures: figures, counts: counts, rates: rates,
      members: Dictionary(grouping: counts) { $0.members }.compactMap { kind, _ in
        kind.map { ($0, members($0, in: report, scope)) }
      })
    return Listing(columns: query.columns, order: query.order, on: scope.asked, body: query.body)
      .adding(up: rows.apart(by: people.flatMap(\.keys), isOverlapping: rows.isOverlapping))
  }
}

/// The query of such rows: those of all people, beside how many of which are in each of their counts.
private struct CountedPeople: Sendable {
  let all: Listing
  let rows: ReportRows
  let people: [ReportCut]
  let figures: [ReportFigure]
  let counts: [ReportFigure]
  let rates: [ReportFigure]
  let members: [(kind: MemberKind, listing: Listing)]

  private var names: [String] { people.flatMap(\.keys) }

  /// Those of the report that tell its rows apart, then those of people, then what can be told of these.
  var columns: [Column] {
    let mode = rows.keys.last == "mode" ? "mode" : nil
    let ofGroup = told.prefix { $0.name != mode && !rows.steps.contains($0.name) }
    let ofPeople = people.flatMap(\.columns).map { Column($0.name, isChief: true) }
    let counted = Set((counts + rates).map(\.id))
    return ofGroup + ofPeople + told[ofGroup.endIndex...] + all.columns.filter { counted.contains($0.name) }
      + [Column("key", isShown: false)]
  }

  /// What tells the rows of the report apart.
  private var told: [Column] {
    let others = Set(figures.map(\.id) + ["cohorts", "workshops", "key"])
    return all.columns.filter { !others.contains($0.name) }
  }

  var order: [String] {
    all.order.filter { $0 != "key" && !rows.steps.contains($0) } + names + rows.steps + ["key"]
  }

  /// What makes a row of the report, what its people are, and the step of it: each as one text.
  private func text(_ names: [String]) -> SQL {
    "array[\(fragment: .joined(names.map { "\(identifier: $0)" }, separator: ", "))]::text[]::text"
  }

  /// How many of each kind of people are in which count of which row.
  private func several(_ day: Day) -> SQL {
    let parts: [SQL] = members.map { kind, listing in
      let ofKind = counts.filter { $0.members == kind }.map(\.id)
      let told: SQL = .joined(names.map { "\(identifier: $0)," }, separator: " ")
      return """
        select \(fragment: text(rows.keys)) as record, \(fragment: text(names)) as people,
          \(fragment: kind.steps.isEmpty ? "'{}'" : text(rows.steps)) as step,
          \(fragment: told) m.count, count(*) as n
        from (\(fragment: listing.body(day))) m
        where m.count = any (\(ofKind))
        group by record, people, step, \(fragment: told) m.count
        """
    }
    return .joined(parts, separator: "\nunion all\n")
  }

  /// The counts of a row, those of all its steps from `p`, those of one from `s`: where all have one.
  private var cells: SQL {
    .joined(
      counts.map { figure in
        let part: SQL = figure.members?.steps.isEmpty == false ? "s" : "p"
        return """
          case when a.\(identifier: figure.id) is not null
            then coalesce(\(fragment: part).\(identifier: figure.id), 0) end as \(identifier: figure.id)
          """
      }, separator: ", ")
  }

  func body(_ day: Day) -> SQL {
    let pivot: [SQL] = counts.map { figure in
      "max(n) filter (where count = \(figure.id)) as \(identifier: figure.id)"
    }
    let told: [SQL] = told.map { "a.\(identifier: $0.name)," } + names.map { "one.\(identifier: $0)," }
    let made = rates.compactMap { figure in
      figure.rate.map { rate in
        """
        , report.\(identifier: rate.percent)(\(identifier: rate.numerator), \(identifier: rate.denominator))
          as \(identifier: figure.id)
        """ as SQL
      }
    }
    let one: SQL =
      people.isEmpty
      ? "select distinct record, '{}' as people from everybody"
      : """
      select distinct record, people\(fragment: .joined(names.map { ", \(identifier: $0)" }, separator: ""))
      from counted
      """
    return """
      with everybody as materialized (
        select \(fragment: text(rows.keys)) as record, \(fragment: text(rows.steps)) as step, r.*
        from (\(fragment: all.body(day))) r
      ), counted as materialized (
        \(fragment: several(day))
      ), part as materialized (
        select record, people, step, \(fragment: .joined(pivot, separator: ", "))
        from counted group by record, people, step
      ), one as (\(fragment: one))
      select row.*\(fragment: .joined(made, separator: ""))
      from (
        select \(fragment: .joined(told, separator: " ")) \(fragment: cells),
          concat_ws('/', a.\(identifier: all.order.last ?? "key"),
            nullif(array_to_string(one.people::text[], '/', '-'), '')) as key
        from everybody a
        join one on one.record = a.record
        left join part p on (p.record, p.people, p.step) = (a.record, one.people, '{}')
        left join part s
          on (s.record, s.people, s.step) = (a.record, one.people, a.step) and a.step <> '{}'
      ) row
      """
  }
}
