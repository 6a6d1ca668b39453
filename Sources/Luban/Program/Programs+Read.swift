import Postgres

extension Programs {
  /// Programs as a listing, by code, each with its latest edition.
  ///
  /// - Parameters:
  ///   - mode: in a mode.
  ///   - field: in a field of ISCED-F 2013 or one below it: `07` finds `0715`.
  ///   - level: at a level of ISCED 2011.
  ///   - workshop: with a cohort at a workshop.
  public func list(
    mode: ProgramMode? = nil, field: String? = nil, level: Int? = nil, workshop: WorkshopCode? = nil,
    search: String? = nil
  ) -> Listing {
    Listing(
      "program",
      """
      code edition (editions) title (titles) mode field level months (courses theory practice language \
      culture) hours cohorts (minimum_age minimum_schooling entry_level required_program industry)
      """, by: "code",
      where: [
        .equals("mode", mode), .begins("field", field), .equals("level", level),
        .contains("workshops", workshop), .named(search),
      ])
  }

  /// The fields of ISCED-F 2013 that a program may be in.
  ///
  /// - Parameters:
  ///   - below: only this one and those below it.
  ///   - search: only those with this in their title.
  public func fields(below: String? = nil, search: String? = nil) -> Listing {
    Listing(
      "isced_field", "field level title within", by: "field",
      where: [.begins("field", below), .holds("title", search)])
  }
}

extension Transaction {
  /// A program with all its editions, one of them in full.
  func program(_ code: ProgramCode, edition: String?) throws -> Program {
    let program = try id(ofProgram: code)
    let editions = try rows(
      """
      select e.edition, main_title(e.titles) as title, e.mode, e.months, h.total as hours,
        edition_in_use(e.id) as is_frozen,
        (select count(*) from curriculum_item i where i.edition_id = e.id) as courses,
        (select count(*) from cohort c where c.edition_id = e.id) as cohorts
      from program_edition e join curriculum_hours h on h.edition_id = e.id
      where e.program_id = \(program) order by e.edition desc
      """, of: EditionSummary.self)
    return Program(
      code: code, industry: try one("select industry from program where id = \(program)", as: String?.self),
      editions: editions, edition: try programEdition(try self.edition(edition, of: code)))
  }

  /// An edition in full.
  func programEdition(_ id: Int) throws -> ProgramEdition {
    let stages = try rows(
      """
      select s.place, s.months, i.code as partner
      from program_stage s left join partner i on i.id = s.partner_id
      where s.edition_id = \(id) order by s.nth
      """, of: ProgramStage.self)
    let certificates = try rows(
      """
      select c.side, c.title, i.code as partner from program_certificate c left join partner i
        on i.id = c.partner_id
      where c.edition_id = \(id) order by c.side
      """, of: ProgramCertificate.self)
    let electives = try rows(
      """
      select g.code, g.minimum_credits, coalesce(sum(c.credits), 0) as offered_credits
      from elective_group g
      left join curriculum_item i on (i.edition_id, i.elective_group) = (g.edition_id, g.code)
      left join course c on c.id = i.course_id
      where g.edition_id = \(id) group by g.code, g.minimum_credits order by g.code
      """, of: ElectiveGroup.self)
    let curriculum = try curriculum(of: id)
    let rule = try completionRule(of: id)
    let amendments = try rows(
      "select * from edition_amendments(\(id)::int) order by nth desc, what", of: AmendedText.self)
    return try one(
      """
      select p.code as program, e.entry_framework || ':' || e.entry_level as entry_level,
        r.code as required_program, e.isced_field as field, f.title_en as field_title,
        e.isced_level as level, l.title_en as level_title, edition_in_use(e.id) as is_frozen,
        array(select code from cohort c where c.edition_id = e.id order by 1) as cohorts,
        h.theory, h.practice, h.language, h.culture, h.total, e.*
      from program_edition e join program p on p.id = e.program_id join curriculum_hours h
        on h.edition_id = e.id
      join isced_field f on f.code = e.isced_field join isced_level l on l.level = e.isced_level
      left join program r on r.id = e.requires_program_id
      where e.id = \(id)
      """
    ) { row in
      try row.decode(
        ProgramEdition.self,
        with: [
          "stages": stages, "certificates": certificates, "electives": electives, "curriculum": curriculum,
          "hours": try row.decode(CurriculumHours.self), "rule": rule,
          "amendments": amendments,
        ])
    }
  }

  private func curriculum(of edition: Int) throws -> [CurriculumItem] {
    try rows(
      """
      select c.code as course, main_title(c.titles) as title, c.kind, i.term, c.hours_theory as theory,
        c.hours_practice as practice, c.credits, i.elective_group, i.weight, i.scale
      from curriculum_item i join course c on c.id = i.course_id
      where i.edition_id = \(edition) order by i.term, c.kind, c.code
      """, of: CurriculumItem.self)
  }
}
