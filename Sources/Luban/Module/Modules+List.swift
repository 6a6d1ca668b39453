import Postgres

extension Modules {
  /// Modules as a listing: culture by code, then language by code.
  ///
  /// - Parameters:
  ///   - language: language modules that teach a language.
  ///   - framework: language modules that lead to a level of a framework.
  ///   - theme: culture modules of a theme, by how it begins.
  ///   - retirement: retired or not.
  public func list(
    language: String? = nil, framework: String? = nil, theme: String? = nil, retirement: Retirement = .current
  ) -> Listing {
    Listing(
      "course",
      """
      code kind title (titles) language level theme hours (theory practice credits) supports \
      \(retirement == .current ? "(retired)" : "retired")
      """, by: "kind code",
      where: [
        .among("kind", [CourseKind.language, .culture]), .equals("language", language),
        .equals("framework", framework?.lowercased()), .begins("theme", theme), .retired(retirement),
      ])
  }

  /// The levels of all frameworks, or of one, with the rule by which each is passed and where it is said.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown framework.
  public func levels(of framework: String? = nil) async throws -> Listing {
    if let framework {
      try await office.read { tx in
        let codes: SQL = "select code from language_framework"
        let known = try tx.one("select lower(\(framework)) in (\(fragment: codes))", as: Bool.self)
        if !known { throw try tx.notFound("language framework", framework, among: codes, actions: .levels) }
      }
    }
    return Listing(
      "language_level",
      """
      level (framework) name (year) language (rank stage) vocabulary pass max_score (parts) cefr (cefr_fach) \
      confidence source (note)
      """, by: "framework rank level", where: [.equals("framework", framework?.lowercased())])
  }
}
