import Postgres

extension Programs {
  /// Programs as a listing, by code, each with its latest edition.
  public func list(_ filter: ProgramFilter = ProgramFilter()) -> Listing {
    Listing(
      columns: [
        Column("code", "code of the program"),
        Column("edition", "its latest edition"),
        Column("editions", "how many editions it has", .number, isShown: false),
        Column("title", "title in English, or in the first language there is"),
        Column("titles", "titles by language, as JSON", isShown: false),
        Column("mode", "degree_education, short_term_training or teacher_training"),
        Column("field", "field of study, ISCED-F 2013"),
        Column("level", "level, ISCED 2011", .number),
        Column("months", "nominal duration in months", .number),
        Column("courses", "courses in the curriculum", .number, isShown: false),
        Column("theory", "hours of theory of the required technical courses", .number, isShown: false),
        Column("practice", "hours of practice of these", .number, isShown: false),
        Column("language", "hours of language modules among them", .number, isShown: false),
        Column("culture", "hours of culture modules among them", .number, isShown: false),
        Column("hours", "all hours of the required courses", .number),
        Column("cohorts", "cohorts of all editions", .number),
        Column("minimum_age", "least age at application", .number, isShown: false),
        Column("minimum_schooling", "least schooling at entry, ISCED 2011", .number, isShown: false),
        Column("entry_level", "language level required at entry", isShown: false),
        Column("required_program", "program that must have been completed before", isShown: false),
        Column("industry", "industry it serves", isShown: false),
      ],
      order: ["code"],
      body: """
        select p.code, e.edition, e.editions, main_title(e.titles) as title, e.titles, e.mode::text,
          e.isced_field as field, e.isced_level as level, e.months,
          (select count(*) from curriculum_item i where i.edition_id = e.id) as courses,
          trim_scale(h.theory) as theory, trim_scale(h.practice) as practice,
          trim_scale(h.language) as language, trim_scale(h.culture) as culture, trim_scale(h.total) as hours,
          (select count(*) from cohort c where c.program_id = p.id) as cohorts, e.minimum_age,
          e.minimum_schooling, e.entry_framework || ':' || e.entry_level as entry_level,
          r.code as required_program, p.industry
        from program p
        join (select *, count(*) over w as editions, row_number() over (w order by edition desc) as nth
          from program_edition window w as (partition by program_id)) e on e.program_id = p.id and e.nth = 1
        join curriculum_hours h on h.edition_id = e.id
        left join program r on r.id = e.requires_program_id
        where (\(filter.mode)::program_mode is null or e.mode = \(filter.mode))
          and (\(filter.field) is null or starts_with(e.isced_field, \(filter.field)))
          and (\(filter.level) is null or e.isced_level = \(filter.level))
          and (\(filter.workshop) is null or exists (
            select from cohort c join workshop o on o.id = c.workshop_id
            where c.program_id = p.id and o.code = \(filter.workshop)))
        """)
  }
}

extension Transaction {
  /// A program with all its editions, one of them in full.
  func program(_ code: ProgramCode, edition: String?) throws -> Program {
    let program = try id(ofProgram: code)
    let editions = try rows(
      """
      select e.edition, main_title(e.titles) as title, e.mode, e.months, h.total,
        edition_in_use(e.id) as is_frozen,
        (select count(*) from curriculum_item i where i.edition_id = e.id) as courses,
        (select count(*) from cohort c where c.edition_id = e.id) as cohorts
      from program_edition e join curriculum_hours h on h.edition_id = e.id
      where e.program_id = \(program) order by e.edition desc
      """
    ) { row in
      EditionSummary(
        edition: try row.decode("edition"), title: try row.decode("title"), mode: try row.decode("mode"),
        months: try row.decode("months"), courses: try row.decode("courses"), hours: try row.decode("total"),
        cohorts: try row.decode("cohorts"), isFrozen: try row.decode("is_frozen"))
    }
    return Program(
      code: code, industry: try one("select industry from program where id = \(program)", as: String?.self),
      editions: editions, edition: try programEdition(try self.edition(edition, of: code)))
  }

  /// An edition in full.
  func programEdition(_ id: Int) throws -> ProgramEdition {
    let stages = try rows(
      """
      select s.place, s.months, i.code from program_stage s left join institution i on i.id = s.institution_id
      where s.edition_id = \(id) order by s.nth
      """
    ) { row in
      ProgramStage(
        place: try row.decode(at: 0), months: try row.decode(at: 1), institution: try row.decode(at: 2))
    }
    let certificates = try rows(
      """
      select c.side, c.title, i.code from program_certificate c left join institution i
        on i.id = c.institution_id
      where c.edition_id = \(id) order by c.side
      """
    ) { row in
      ProgramCertificate(
        side: try row.decode(at: 0), title: try row.decode(at: 1), institution: try row.decode(at: 2))
    }
    let electives = try rows(
      """
      select g.code, g.minimum_credits, coalesce(sum(c.credits), 0)
      from elective_group g
      left join curriculum_item i on (i.edition_id, i.elective_group) = (g.edition_id, g.code)
      left join course c on c.id = i.course_id
      where g.edition_id = \(id) group by g.code, g.minimum_credits order by g.code
      """
    ) { row in
      ElectiveGroup(
        code: try row.decode(at: 0), minimumCredits: try row.decode(at: 1),
        offeredCredits: try row.decode(at: 2))
    }
    let curriculum = try curriculum(of: id)
    return try one(
      """
      select p.code, e.*, e.entry_framework || ':' || e.entry_level as entry, r.code as required,
        f.title_en as field_title,
        l.title_en as level_title, edition_in_use(e.id) as is_frozen,
        array(select code from cohort c where c.edition_id = e.id order by 1) as cohorts,
        h.theory, h.practice, h.language, h.culture, h.total
      from program_edition e join program p on p.id = e.program_id join curriculum_hours h
        on h.edition_id = e.id
      join isced_field f on f.code = e.isced_field join isced_level l on l.level = e.isced_level
      left join program r on r.id = e.requires_program_id
      where e.id = \(id)
      """
    ) { row in
      ProgramEdition(
        program: try row.decode("code"), edition: try row.decode("edition"), titles: try row.decode("titles"),
        mode: try row.decode("mode"), field: try row.decode("isced_field"),
        fieldTitle: try row.decode("field_title"),
        level: try row.decode("isced_level"), levelTitle: try row.decode("level_title"),
        months: try row.decode("months"), minimumAge: try row.decode("minimum_age"),
        minimumSchooling: try row.decode("minimum_schooling"), entryLevel: try row.decode("entry"),
        requiredProgram: try row.decode("required"), isFrozen: try row.decode("is_frozen"),
        cohorts: try row.decode("cohorts"), stages: stages, certificates: certificates, electives: electives,
        curriculum: curriculum,
        hours: CurriculumHours(
          theory: try row.decode("theory"), practice: try row.decode("practice"),
          language: try row.decode("language"), culture: try row.decode("culture"),
          total: try row.decode("total")))
    }
  }

  private func curriculum(of edition: Int) throws -> [CurriculumItem] {
    try rows(
      """
      select c.code, main_title(c.titles) as title, c.kind, i.term, c.hours_theory, c.hours_practice,
        c.credits, i.elective_group, i.weight, i.scale
      from curriculum_item i join course c on c.id = i.course_id
      where i.edition_id = \(edition) order by i.term, c.kind, c.code
      """
    ) { row in
      CurriculumItem(
        course: try row.decode("code"), title: try row.decode("title"), kind: try row.decode("kind"),
        term: try row.decode("term"), theory: try row.decode("hours_theory"),
        practice: try row.decode("hours_practice"), credits: try row.decode("credits"),
        electiveGroup: try row.decode("elective_group"), weight: try row.decode("weight"),
        scale: try row.decode("scale"))
    }
  }
}
