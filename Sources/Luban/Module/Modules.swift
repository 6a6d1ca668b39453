import Postgres

/// Language and culture modules in their own terms.
///
/// They are edited and retired as the courses they are.
public struct Modules: Sendable {
  let office: Office

  /// Adds a language or culture module.
  ///
  /// - Throws: ``LubanError`` for a code that is taken, an unknown level or course, a level of another
  ///   language, support of what is no technical course or placement.
  @discardableResult
  public func add(_ new: NewModule) async throws -> Module {
    try await office.perform("module add") { tx in
      try tx.check(new.requires + new.supports)
      let level = try tx.existing(new.level)
      let kind: CourseKind = new.theme == nil ? .language : .culture
      try tx.execute(
        """
        insert into course (code, kind, titles, hours_theory, hours_practice, credits, language, framework,
          level, theme)
        select \(new.code), \(kind),
          case \(new.titles) when '{}' then jsonb_build_object('en',
            module_title(coalesce(\(new.language), f.language), \(level?.framework), \(level?.level),
              \(new.theme)))
          else \(new.titles) end,
          \(new.theory), \(new.hours) - \(new.theory), \(new.credits), coalesce(\(new.language), f.language),
          \(level?.framework), \(level?.level), \(new.theme)
        from (select) one left join language_framework f on f.code = \(level?.framework)
        """)
      try tx.course(new.code, requires: new.requires)
      try tx.course(new.code, supports: new.supports)
      return try tx.module(new.code)
    }
  }

  /// One module.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for what is no module, be it a course.
  public func show(_ code: CourseCode) async throws -> Module {
    try await office.read { tx in try tx.module(code) }
  }
}

extension Transaction {
  fileprivate func module(_ code: CourseCode) throws -> Module {
    let codes: SQL = "select code from course where kind in ('language', 'culture')"
    let known = try one("select \(code) in (\(fragment: codes))", as: Bool.self)
    if !known { throw try notFound("module", code.rawValue, among: codes) }
    let rule = try first(
      """
      select l.framework || ':' || l.level as level, f.name as framework, l.pass_score, l.max_score,
        l.vocabulary, l.cefr_claimed, l.confidence, l.source
      from course c join language_level l on (l.framework, l.level) = (c.framework, c.level)
      join language_framework f on f.code = l.framework where c.code = \(code)
      """, of: LevelRule.self)
    return Module(course: try course(code), target: rule)
  }
}
