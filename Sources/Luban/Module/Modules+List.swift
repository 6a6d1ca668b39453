import Postgres

extension Modules {
  /// Modules as a listing: culture by code, then language by code.
  public func list(_ filter: ModuleFilter = ModuleFilter()) -> Listing {
    Listing(
      columns: [
        Column("code", "code of the module"),
        Column("kind", "language or culture"),
        Column("title", "title in English, or in the first language there is"),
        Column("titles", "titles by language, as JSON", isShown: false),
        Column("language", "language it teaches"),
        Column("level", "level it leads to, with its framework"),
        Column("theme", "theme of a culture module"),
        Column("hours", "hours in all", .number),
        Column("theory", "hours of theory among them", .number, isShown: false),
        Column("practice", "hours of practice among them", .number, isShown: false),
        Column("credits", "credits, where the host counts them", .number, isShown: false),
        Column("supports", "technical courses and placements it supports"),
        Column(
          "retired", "day from which it enters no curriculum", .day, isShown: filter.retirement != .current),
      ],
      order: ["kind", "code"],
      body: """
        select c.code, c.kind::text, main_title(c.titles) as title, c.titles, c.language,
          c.framework || ':' || c.level as level, c.theme,
            trim_scale(c.hours_theory + c.hours_practice) as hours,
          trim_scale(c.hours_theory) as theory, trim_scale(c.hours_practice) as practice,
          trim_scale(c.credits) as credits,
          (select string_agg(o.code, ', ' order by o.code) from course_support s
            join course o on o.id = s.supports_id where s.course_id = c.id) as supports,
          c.retired_on as retired
        from course c
        where c.kind in ('language', 'culture')
          and (\(filter.language) is null or c.language = \(filter.language))
          and (\(filter.framework) is null or c.framework = lower(\(filter.framework)))
          and (\(filter.theme) is null or starts_with(fold(c.theme), fold(\(filter.theme))))
          and (\(filter.retirement.rawValue) = 'all'
            or (\(filter.retirement.rawValue) = 'retired') = (c.retired_on is not null))
        """)
  }

  /// The levels of all frameworks, or of one, with the rule by which each is passed and where it is said.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown framework.
  public func levels(of framework: String? = nil) async throws -> Listing {
    if let framework {
      try await office.read { tx in
        let codes: SQL = "select code from language_framework"
        let known = try tx.one("select lower(\(framework)) in (\(fragment: codes))", as: Bool.self)
        if !known { throw try tx.notFound("language framework", framework, among: codes) }
      }
    }
    return Listing(
      columns: [
        Column("level", "the level with its framework, as --level takes it"),
        Column("framework", "code of the framework", isShown: false),
        Column("name", "name of the framework with its version"),
        Column("year", "year of the version", .number, isShown: false),
        Column("language", "language it measures; empty for any"),
        Column("rank", "order within the framework, from the lowest", .number, isShown: false),
        Column("stage", "stage the level belongs to", isShown: false),
        Column("vocabulary", "words to be known in all", .number),
        Column("pass", "points needed to pass; empty where no rule is published", .number),
        Column("of", "most points", .number),
        Column("parts", "parts of the exam", isShown: false),
        Column("cefr", "CEFR level by the publisher's claim"),
        Column(
          "cefr_fach", "CEFR level by the Chinese teachers of the German-speaking countries", isShown: false),
        Column("confidence", "how sure the row is: high, medium, low"),
        Column("source", "where it is said"),
        Column("note", "what should be known beside it", isShown: false),
      ],
      order: ["framework", "rank", "level"],
      body: """
        select l.framework || ':' || l.level as level, l.framework, f.name, f.year, f.language, l.rank,
          l.stage,
          l.vocabulary, l.pass_score as pass, l.max_score as of, array_to_string(l.exam_parts, '; ') as parts,
          l.cefr_claimed as cefr, l.cefr_per_fach as cefr_fach, l.confidence, l.source, l.note
        from language_level l join language_framework f on f.code = l.framework
        where (\(framework) is null or l.framework = lower(\(framework)))
        """)
  }
}
