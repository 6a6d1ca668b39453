import Messages
import Postgres
import Tabular

extension Reports {
  /// Who is in a count of a report: a row for each that it counts, under the same scope, with the columns
  /// that make the row of the report, workshop, cohort and number of the student, and what counted.
  ///
  /// There are as many as the count says in each row of the report. Names are told by a student's story.
  ///
  /// - Parameter count: the name of its column.
  /// - Throws: ``LubanError/usage(_:actions:)`` for a figure that counts no people,
  ///   ``LubanError/notFound(noun:code:nearest:actions:)`` for none.
  public func members(
    of count: String, in report: FigureReport = .cohort, _ scope: ReportScope = ReportScope()
  ) async throws -> Listing {
    try await check(scope, of: report)
    let kind = try await kindOfMembers(count, in: report)
    if !kind.areStudents, report.cuts.contains(where: \.isOfPeople) || scope.isOfSome {
      throw LubanError.usage(
        "Report \(report.name) counts instructors as \(count): they are told by no gender and no nationality."
      )
    }
    let members = members(kind, of: count, in: report, scope)
    return report.cuts.contains(.year) ? try await yearly(members, scope) : members
  }

  /// The members of a kind, with the counts of the report that they are in.
  ///
  /// - Parameter count: the one that they are to be in; each of them where none is given.
  func members(
    _ kind: MemberKind, of count: String? = nil, in report: FigureReport, _ scope: ReportScope
  ) -> Listing {
    let groups = MemberGroups(report, kind, self, scope)
    let people = kind.areStudents ? report.cuts.filter(\.isOfPeople).flatMap(\.columns) : []
    let cells = Self.cells(kind, groups, people)
    let keys = SQL.joined(cells.compactMap(\.key), separator: ", ")
    let isOfSome: SQL = kind.areStudents ? "and \(fragment: scope.condition)" : ""
    let told = cells.map { "\(fragment: $0.value) as \(identifier: $0.column.name)" as SQL }
    let framework = report.framework
    let isOfOneFramework: SQL = kind.steps.isEmpty || framework == nil ? "" : "and m.framework = \(framework)"
    return Listing(
      columns: cells.map(\.column) + [Column("key", isShown: false)],
      order: (groups.columns + people + kind.steps).map(\.name) + ["key"], on: scope.asked
    ) { day in
      """
      select \(fragment: .joined(told, separator: ", ")), counted.count,
        array_to_string(array[\(fragment: keys)]::text[], '/', '-') as key
      from (\(fragment: groups.rows(day))) g
      join report.\(fragment: kind.function)(\(fragment: report.time(of: kind, on: day)),
          \(fragment: scope.known)) m
        using (\(fragment: .joined(groups.keys.map { "\(identifier: $0)" }, separator: ", ")))
      \(fragment: Self.names(kind, groups, scope, day))
      cross join unnest(m.counted) counted (count)
      where (\(count) is null or counted.count = \(count))
        \(fragment: isOfOneFramework) \(fragment: isOfSome)
      group by \(fragment: keys), counted.count
      """
    }
  }

  /// A column of such a listing; what of it a row is known by, where it has one of it and not several.
  private typealias Cell = (column: Column, value: SQL, key: SQL?)

  private static func cells(_ kind: MemberKind, _ groups: MemberGroups, _ people: [Column]) -> [Cell] {
    var cells: [Cell] = []
    func add(_ columns: [Column], _ value: (String) -> (value: SQL, key: SQL?)) {
      for column in columns where !cells.contains(where: { $0.column.name == column.name }) {
        let (value, key) = value(column.name)
        cells.append((column, value, key))
      }
    }
    func plain(_ value: SQL) -> (SQL, SQL?) { (value, value) }
    add(groups.columns) { plain("g.\(identifier: $0)") }
    add(people) { plain("s.\(identifier: $0)") }
    add(kind.steps) { plain("m.\(identifier: $0)") }
    add([Column("workshop")]) { plain("g.\(identifier: $0)") }
    add(kind.columns) { name in
      let value: SQL =
        switch name {
        case "student": "shown_number(s.number)"
        case "cohort": groups.areOfCohorts ? "g.cohort" : "c.code"
        default: "m.\(identifier: name)"
        }
      return kind.together(name, value).map { ($0, nil) } ?? plain(value)
    }
    return cells
  }

  /// What students, and their cohorts where the rows are none, are named by.
  private static func names(
    _ kind: MemberKind, _ groups: MemberGroups, _ scope: ReportScope, _ day: Day
  ) -> SQL {
    guard kind.areStudents else { return "" }
    let cohorts: SQL =
      groups.areOfCohorts
      ? ""
      : """
      left join report.known_cohort(\(day), \(fragment: scope.known)) c
        on (c.workshop_id, c.cohort_id) = (m.workshop_id, m.cohort_id)
      """
    return """
      join report.known_student(\(fragment: scope.known)) s
        on (s.workshop_id, s.id) = (m.workshop_id, m.student_id)
      \(fragment: cohorts)
      """
  }

  /// What is listed of those whom a figure counts.
  private func kindOfMembers(_ count: String, in report: FigureReport) async throws -> MemberKind {
    let figures = try await figures(of: report)
    if let kind = figures[count]?.members { return kind }
    let people = figures.filter { $0.members != nil }.map(\.id)
    let near = nearest(count, in: people, atMost: 3)
    if figures[count] == nil, !near.isEmpty {
      throw LubanError.notFound(noun: "count of people", code: count, nearest: near)
    }
    if people.isEmpty {
      throw LubanError.usage("Report \(report.name) counts no people: its figures are of other things.")
    }
    // Behind a rate are those of its two counts.
    let rate = figures[count]?.rate.map { [$0.numerator, $0.denominator] } ?? []
    let asked = rate.filter(people.contains)
    let names = (asked.isEmpty ? people : asked).joined(separator: ", ")
    throw LubanError.usage("Report \(report.name) counts no people as \(count): it does as \(names).")
  }
}

extension FigureReport {
  fileprivate var framework: String? {
    if case .language(_, let framework) = self { return framework }
    return nil
  }

  /// What the function of a kind of members is asked for on a day.
  fileprivate func time(of kind: MemberKind, on day: Day) -> SQL {
    guard kind.time != .day else { return "\(day)" }
    switch self {
    case .partner(let since):
      return """
        daterange(coalesce(\(since)::date, date_trunc('year', \(day)::date)::date), \(day), '[]')
        """
    case .year(let year, _):
      let year: SQL = "coalesce(\(year)::int, extract(year from \(day)::date)::int)"
      return kind.time == .year
        ? "\(fragment: year), \(day)" : "report.year_until(\(fragment: year), \(day))"
    default: return "\(day)"
    }
  }
}
