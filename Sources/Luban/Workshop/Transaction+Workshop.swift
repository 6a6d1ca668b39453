import Postgres

extension Transaction {
  /// A workshop with all that belongs to it, as it is today.
  func workshop(_ code: WorkshopCode) throws -> Workshop {
    let id = try id(ofWorkshop: code)
    let today = try day(.today, at: id)
    let roles = try workshopRoles(of: id, on: today)
    let milestones = try rows(
      """
      select kind, happened_on as date, note from workshop_event where workshop_id = \(id)
      order by happened_on, kind, nth
      """, of: WorkshopMilestone.self)
    let agreements = try agreements(
      on: today,
      where: """
        agreement_in_force(a, \(today))
          and exists (select from agreement_scope s where (s.agreement_id, s.workshop_id) = (a.id, \(id)))
        """)
    let programs = try workshopPrograms(of: id, on: today)
    let cohorts = try workshopCohorts(of: id)
    return try one(
      """
      select w.code, w.titles, w.country, city_title(c.id) as city, w.time_zone, w.status,
        w.led_from_tianjin as is_led_from_tianjin, w.note,
        w.source,
        (select count(*) from student s where s.workshop_id = w.id) as students
      from workshop w left join city c on c.id = w.city_id where w.id = \(id)
      """, of: Workshop.self,
      with: [
        "roles": roles, "milestones": milestones, "agreements": agreements, "programs": programs,
        "cohorts": cohorts,
      ])
  }

  private func workshopRoles(of id: Int, on day: Day) throws -> [WorkshopRole] {
    try rows(
      """
      select i.code as partner, coalesce(partner_title(i.id, \(day)), i.code) as name, r.role,
        nullif(r.since, '-infinity') as since, nullif(r.until, 'infinity') as until
      from workshop_role r join partner i on i.id = r.partner_id where r.workshop_id = \(id)
      order by r.until > \(day) desc, r.role, i.code, r.since
      """, of: WorkshopRole.self)
  }

  private func workshopPrograms(of id: Int, on day: Day) throws -> [WorkshopProgram] {
    try rows(
      """
      select p.code, main_title(e.titles) as title, coalesce(n.cohorts, 0) as cohorts,
        agreement_covers(\(id)::int, p.id, \(day)) as is_covered
      from program p
      join lateral (
        select titles from program_edition where program_id = p.id order by edition desc limit 1) e on true
      left join (select program_id, count(*) as cohorts from cohort
        where workshop_id = \(id) group by program_id) n
        on n.program_id = p.id
      where n.cohorts > 0 or exists (select from agreement_scope s join agreement a on a.id = s.agreement_id
        where s.workshop_id = \(id) and s.program_id = p.id and agreement_in_force(a, \(day)))
      order by p.code
      """, of: WorkshopProgram.self)
  }

  private func workshopCohorts(of id: Int) throws -> [WorkshopCohort] {
    try rows(
      """
      select c.code, c.status, c.intake_on, c.capacity, c.seats_held, count(e.id) as completed
      from cohort c
      left join enrollment e on (e.workshop_id, e.cohort_id, e.state) = (c.workshop_id, c.id, 'completed')
      where c.workshop_id = \(id) group by c.workshop_id, c.id order by c.intake_on desc, c.code
      """, of: WorkshopCohort.self)
  }
}
