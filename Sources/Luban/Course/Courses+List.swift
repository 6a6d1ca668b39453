import Postgres

extension Courses {
  /// Courses as a listing, by code.
  public func list(_ filter: CourseFilter = CourseFilter()) -> Listing {
    Listing(
      columns: [
        Column("code", "code of the course"),
        Column("kind", "technical, language, culture or placement"),
        Column("title", "title in English, or in the first language there is"),
        Column("titles", "titles by language, as JSON", isShown: false),
        Column("theory", "hours of theory", .number),
        Column("practice", "hours of practice", .number),
        Column("credits", "credits, where the host counts them", .number),
        Column("language", "language that a language module teaches", isShown: false),
        Column("level", "level that a language module leads to", isShown: false),
        Column("theme", "theme of a culture module", isShown: false),
        Column("requires", "what must be passed before it"),
        Column("supports", "courses that a module supports", isShown: false),
        Column(
          "retired", "day from which it enters no curriculum", .day, isShown: filter.retirement != .current),
        Column("retire_reason", "why it was retired", isShown: false),
      ],
      order: ["code"],
      body: """
        select c.code, c.kind::text, main_title(c.titles) as title, c.titles,
          trim_scale(c.hours_theory) as theory,
          trim_scale(c.hours_practice) as practice, trim_scale(c.credits) as credits, c.language,
          c.framework || ':' || c.level as level, c.theme,
          (select string_agg(o.code, ', ' order by o.code) from course_prerequisite p
            join course o on o.id = p.requires_id where p.course_id = c.id) as requires,
          (select string_agg(o.code, ', ' order by o.code) from course_support s
            join course o on o.id = s.supports_id where s.course_id = c.id) as supports,
          c.retired_on as retired, c.retire_reason
        from course c
        where (\(filter.kind)::course_kind is null or c.kind = \(filter.kind))
          and (\(filter.program) is null or exists (
            select from curriculum_item i join program_edition e on e.id = i.edition_id
            join program p on p.id = e.program_id where i.course_id = c.id and p.code = \(filter.program)))
          and (\(filter.retirement.rawValue) = 'all'
            or (\(filter.retirement.rawValue) = 'retired') = (c.retired_on is not null))
        """)
  }
}
