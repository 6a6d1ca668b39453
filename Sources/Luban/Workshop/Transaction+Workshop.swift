import Postgres

extension Transaction {
  /// A workshop with all that belongs to it, as it is today.
  func workshop(_ code: WorkshopCode) throws -> Workshop {
    let id = try id(ofWorkshop: code)
    let today = try day(.today, at: id)
    let roles = try workshopRoles(of: id, on: today)
    let milestones = try rows(
      """
      select kind, happened_on, note from workshop_event where workshop_id = \(id)
      order by happened_on, kind, nth
      """
    ) { row in
      WorkshopMilestone(try row.decode("kind"), try row.decode("happened_on"), note: try row.decode("note"))
    }
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
      select w.code, w.titles, w.country, c.name_en as city, w.time_zone, w.status,
        w.led_from_tianjin, w.note,
        w.source,
        (select count(*) from student s where s.workshop_id = w.id) as students
      from workshop w left join city c on c.id = w.city_id where w.id = \(id)
      """
    ) { row in
      Workshop(
        code: try row.decode("code"), titles: try row.decode("titles"), country: try row.decode("country"),
        city: try row.decode("city"), timeZone: try row.decode("time_zone"), status: try row.decode("status"),
        isLedFromTianjin: try row.decode("led_from_tianjin"), note: try row.decode("note"),
        source: try row.decode("source"), roles: roles, milestones: milestones, agreements: agreements,
        programs: programs, cohorts: cohorts, students: try row.decode("students"))
    }
  }

  private func workshopRoles(of id: Int, on day: Day) throws -> [WorkshopRole] {
    try rows(
      """
      select i.code, coalesce(partner_title(i.id, \(day)), i.code) as name, r.role,
        nullif(r.since, '-infinity') as since, nullif(r.until, 'infinity') as until
      from workshop_role r join partner i on i.id = r.partner_id where r.workshop_id = \(id)
      order by r.until > \(day) desc, r.role, i.code, r.since
      """
    ) { row in
      WorkshopRole(
        partner: try row.decode("code"), name: try row.decode("name"), role: try row.decode("role"),
        since: try row.decode("since"), until: try row.decode("until"))
    }
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
      """
    ) { row in
      WorkshopProgram(
        code: try row.decode("code"), title: try row.decode("title"), cohorts: try row.decode("cohorts"),
        isCovered: try row.decode("is_covered"))
    }
  }

  private func workshopCohorts(of id: Int) throws -> [WorkshopCohort] {
    try rows(
      """
      select c.code, c.status, c.intake_on, c.capacity, c.seats_held, count(e.id) as completed
      from cohort c
      left join enrollment e on (e.workshop_id, e.cohort_id, e.state) = (c.workshop_id, c.id, 'completed')
      where c.workshop_id = \(id) group by c.workshop_id, c.id order by c.intake_on desc, c.code
      """
    ) { row in
      WorkshopCohort(
        code: try row.decode("code"), status: try row.decode("status"), intakeOn: try row.decode("intake_on"),
        capacity: try row.decode("capacity"), seatsHeld: try row.decode("seats_held"),
        completed: try row.decode("completed"))
    }
  }
}
