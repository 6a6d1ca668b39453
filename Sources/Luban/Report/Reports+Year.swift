import Postgres

extension Reports {
  /// What rows of a year may be of: workshops, what they are told by, and people.
  static let cutsOfYear: [ReportCut] = [.workshop, .country, .sco, .sisterCity, .gender, .nationality]

  /// What workshops publish of a year, as far as a day.
  ///
  /// - Parameters:
  ///   - year: the year; that of the day where none is given.
  ///   - cuts: by what; a row for each of their combinations of which there is something to tell.
  ///   - withTotals: with a row of all of them.
  func year(
    _ year: Int? = nil, _ scope: ReportScope = ReportScope(), by cuts: [ReportCut] = [.workshop],
    withTotals: Bool = false
  ) async throws -> Listing {
    let figures = try await figures(of: "year")
    let sums = Self.columnsOfYear.map { column -> SQL in
      // A partner of several workshops is one enterprise.
      let sum: SQL =
        figures[column.name]?.ofGroup
          ?? """
          (select count(distinct e) from unnest(string_to_array(
            string_agg(nullif(array_to_string(one.enterprise_ids, ','), ''), ','), ',')) e)
          """
      return "\(fragment: sum) as \(identifier: column.name)"
    }
    let cuts = ReportCuts(cuts: cuts, scope: scope)
    // Of all workshops together, where rows are of none, the year itself makes the row.
    let keys = SQL.joined(cuts.names.map { "\(identifier: $0)" } + ["asked.year"], separator: ", ")
    let told = SQL.joined(
      cuts.columns.enumerated().map { place, column -> SQL in
        let name: SQL =
          cuts.names.contains(column.name) ? "\(identifier: column.name)" : "min(\(identifier: column.name))"
        let total: SQL = place == 0 ? "wording('total')" : "null"
        return """
          case when grouping(\(fragment: keys)) = 0 then \(fragment: name) else \(fragment: total) end
            as \(identifier: column.name),
          """
      }, separator: " ")
    let groups: SQL =
      withTotals ? "grouping sets ((\(fragment: keys)), ())" : "grouping sets ((\(fragment: keys)))"
    return Listing(
      columns: (withTotals ? [Column("row", isShown: false)] : []) + cuts.columns + [Column("year")]
        + Self.columnsOfYear + [Column("key", isShown: false)],
      order: (withTotals ? ["row"] : []) + cuts.names + ["key"], on: scope.asked
    ) { day in
      """
      with asked as materialized (
        select coalesce(\(year)::int, extract(year from \(day)::date)::int) as year
      ), figure as materialized (
        select f.* from asked cross join report.year_figure(asked.year, \(day), \(fragment: scope.known)) f
      ), enterprise as materialized (
        select e.*
        from asked cross join report.year_enterprise(asked.year, \(day), \(fragment: scope.known)) e
      ), place as materialized (
        select r.* from report.told_workshop(\(day), \(fragment: scope.known)) r
        where \(fragment: scope.placeCondition(on: day)) and (
          r.workshop_id in (select workshop_id from figure)
          or r.workshop_id in (select workshop_id from enterprise))
      )
      select case when grouping(\(fragment: keys)) = 0 then 'group' else 'total' end as row,
        \(fragment: told) min(asked.year) as year, \(fragment: .joined(sums, separator: ", ")),
        case when grouping(\(fragment: keys)) = 0
          then array_to_string(array[\(fragment: keys)]::text[], '/', '-') else 'total' end as key
      from (
        select place.*, coalesce(f.degree_students, 0) as degree_students,
          coalesce(f.degree_enrollments, 0) as degree_enrollments, coalesce(f.trained, 0) as trained,
          coalesce(f.trained_enrollments, 0) as trained_enrollments,
          coalesce(f.teacher_students, 0) as teacher_students,
          coalesce(f.teacher_enrollments, 0) as teacher_enrollments,
          coalesce(f.teachers_trained, 0) as teachers_trained,
          coalesce(f.teacher_trainings, 0) as teacher_trainings, coalesce(f.graduates, 0) as graduates,
          coalesce(f.trainings_completed, 0) as trainings_completed,
          coalesce(f.census_size, 0) as census_size, coalesce(f.retained, 0) as retained,
          coalesce(f.course_hours, 0) as course_hours, coalesce(f.class_hours, 0) as class_hours,
          array(select e.partner_id from enterprise e where e.workshop_id = place.workshop_id)
            as enterprise_ids
        from place left join figure f using (workshop_id)
      ) one
      cross join asked
      group by \(fragment: groups) having count(*) > 0
      """
    }.adding(up: ReportRows("year", by: cuts.names))
  }

  static let columnsOfYear = Listing.columns(
    """
    degree_students* (degree_enrollments) trained* trained_enrollments (teacher_students \
    teacher_enrollments) \
    teachers_trained* (teacher_trainings) census_size (retained) retention* graduates* \
    (trainings_completed) course_hours class_hours enterprises*
    """, of: "year_report")
}
