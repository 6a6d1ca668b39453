import Postgres

extension SummedReport {
  /// How programs do: what their cohorts have in the cohort report, and the load that was passed.
  public static let program = SummedReport(
    "program",
    """
    students (enrolled completed) census_size* (retained) retention* (completed_of_census) completion* \
    (courses_judged courses_passed) course_pass* (load_hours load_passed) load_pass (attended_hours \
    held_hours) attendance culture_hours (language_census language_reached) language_attainment
    """
  ) { day, known in
    """
    select r.workshop_id, r.cohort_id, r.students, r.enrolled,
      r.completed, r.census_size, r.retained, r.completed_of_census, r.courses_judged, r.courses_passed,
      case when r.census_size is not null then coalesce(l.judged_hours, 0) end as load_hours,
      case when r.census_size is not null then coalesce(l.passed_hours, 0) end as load_passed,
      coalesce(r.attended_hours, 0) as attended_hours, coalesce(r.held_hours, 0) as held_hours,
      coalesce(c.hours, 0) as culture_hours, r.language_census, r.language_reached
    from list.cohort_report(\(day), \(fragment: known)) r
    left join report.course_load(\(day), \(fragment: known)) l
      on (l.workshop_id, l.cohort_id) = (r.workshop_id, r.cohort_id)
    left join (
      select workshop_id, cohort_id, sum(hours) as hours
      from report.culture_part(\(day), \(fragment: known)) group by workshop_id, cohort_id) c
      on (c.workshop_id, c.cohort_id) = (r.workshop_id, r.cohort_id)
    """
  }
}
