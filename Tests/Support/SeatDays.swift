import Luban
import Postgres

extension Office {
  /// Days on which more seats of a cohort were held than it had, and people with two seats of a program on one day, asked
  /// of the events alone.
  public func daysThatBreakTheLaw() async throws -> [String] {
    try await database.read { tx in
      try tx.rows(
        """
        with standing as (
          select e.*, lead(e.effective_on) over (partition by e.workshop_id, e.enrollment_id
            order by e.effective_on, e.nth) as next_on
          from enrollment_event e
          where e.to_state is not null and not exists (select from enrollment_event v
            where v.workshop_id = e.workshop_id and v.enrollment_id = e.enrollment_id and v.voids = e.nth)
        ), held as (
          select n.workshop_id, n.cohort_id, n.student_id, n.id, s.effective_on as from_on,
            coalesce(s.next_on, 'infinity') as to_on
          from standing s join enrollment n on (n.workshop_id, n.id) = (s.workshop_id, s.enrollment_id)
          where s.to_state in ('admitted', 'enrolled', 'suspended')
        ), day as (
          select workshop_id, cohort_id, from_on as day from held
          union select workshop_id, cohort_id, since from cohort_stretch where since > '-infinity'
        ), seat as (
          select d.workshop_id, d.cohort_id, d.day, h.student_id, c.code, c.program_id, s.capacity,
            daterange(s.intake_on, s.planned_end_on) as time
          from day d
          join held h on (h.workshop_id, h.cohort_id) = (d.workshop_id, d.cohort_id)
            and h.from_on <= d.day and d.day < h.to_on
          join cohort c on (c.workshop_id, c.id) = (d.workshop_id, d.cohort_id)
          cross join lateral (
            select * from cohort_stretch s where (s.workshop_id, s.cohort_id) = (d.workshop_id, d.cohort_id)
              and s.since <= d.day order by s.since desc, s.id desc limit 1) s
        )
        select format('%s: %s of %s on %s', code, count(*), capacity, day) from seat
        group by code, day, capacity having count(*) > capacity
        union all
        select format('student %s in %s and %s on %s', a.student_id, a.code, c.code, a.day) from seat a
        join held h on (h.workshop_id, h.student_id) = (a.workshop_id, a.student_id) and h.cohort_id <> a.cohort_id
          and h.from_on <= a.day and a.day < h.to_on
        join cohort c on (c.workshop_id, c.id) = (h.workshop_id, h.cohort_id) and c.program_id = a.program_id
        cross join lateral (
          select * from cohort_stretch s where (s.workshop_id, s.cohort_id) = (h.workshop_id, h.cohort_id)
            and s.since <= a.day order by s.since desc, s.id desc limit 1) s
        where daterange(s.intake_on, s.planned_end_on) && a.time
        order by 1
        """, as: String.self)
    }
  }
}
