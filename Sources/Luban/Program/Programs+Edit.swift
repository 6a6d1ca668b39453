import Postgres

extension Programs {
  /// Changes a program and one of its editions, the latest where none is named.
  ///
  /// - Throws: ``LubanError`` for an edition on which a cohort was opened, unless nothing but the industry
  ///   changes.
  @discardableResult
  public func edit(_ code: ProgramCode, edition: String? = nil, _ changes: ProgramDetails) async throws
    -> Program
  {
    try await office.perform("program edit") { tx in
      let id = try tx.edition(edition, of: code)
      try tx.update(
        "program",
        [Assignment("industry", changes.industry, isCleared: changes.cleared.contains(.industry))],
        where: "code = \(code)")
      // Nothing is written, and so nothing refused, where nothing is to be changed: the industry of a program
      // whose edition is frozen can be.
      try tx.update(
        "program_edition",
        [.titles(changes.titles, dropping: changes.droppedTitles)] + (try changes.columns(tx)),
        where: "id = \(id)", isOnlyIfOther: true)
      if !changes.stages.isEmpty || changes.cleared.contains(.stages) {
        try tx.execute("delete from program_stage where edition_id = \(id)")
        try tx.edition(id, hasStages: changes.stages)
      }
      let droppedSides =
        (changes.cleared.contains(.hostCertificate) ? ["host"] : [])
        + (changes.cleared.contains(.chineseCertificate) ? ["chinese"] : [])
      try tx.execute(
        "delete from program_certificate where edition_id = \(id) and side::text = any (\(droppedSides))")
      try tx.edition(id, leadsTo: changes.certificates)
      return try tx.program(code, edition: edition)
    }
  }

  /// Makes a new edition like another one: curriculum, electives, stages and certificates, but for courses
  /// that were retired since.
  ///
  /// - Parameters:
  ///   - label: the label of the new edition.
  ///   - source: the edition to copy; the latest where `nil`.
  @discardableResult
  public func newEdition(_ label: String, of code: ProgramCode, from source: String? = nil) async throws
    -> EditionCopy
  {
    try await office.perform("program new-edition") { tx in
      let source = try tx.edition(source, of: code)
      let edition = try tx.one(
        """
        insert into program_edition overriding user value
        select copy.* from program_edition old, jsonb_populate_record(old, jsonb_build_object(
          'edition', upper(btrim(\(label))), 'recorded_at', now(), 'recorded_by', session_user)) copy
        where old.id = \(source) returning id
        """, as: Int.self)
      try tx.copyParts(of: source, to: edition)
      let leftOut = try tx.rows(
        """
        select c.code from curriculum_item i join course c on c.id = i.course_id
        where i.edition_id = \(source) and c.retired_on is not null order by c.code
        """, as: CourseCode.self)
      let from = try tx.one("select edition from program_edition where id = \(source)", as: String.self)
      return EditionCopy(from: from, edition: try tx.programEdition(edition), leftOut: leftOut)
    }
  }
}

extension ProgramDetails {
  /// Columns of an edition, but for its titles.
  func columns(_ tx: Transaction) throws -> [Assignment] {
    let entry = try tx.existing(entryLevel)
    let required = try requiredProgram.map { try tx.id(ofProgram: $0) }
    return [
      Assignment("mode", mode), Assignment("isced_field", field), Assignment("isced_level", level),
      Assignment("months", months),
      Assignment("minimum_age", minimumAge, isCleared: cleared.contains(.minimumAge)),
      Assignment("minimum_schooling", minimumSchooling, isCleared: cleared.contains(.minimumSchooling)),
      Assignment("entry_framework", entry?.framework, isCleared: cleared.contains(.entryLevel)),
      Assignment("entry_level", entry?.level, isCleared: cleared.contains(.entryLevel)),
      Assignment("requires_program_id", required, isCleared: cleared.contains(.requiredProgram)),
    ]
  }
}

extension Transaction {
  /// Writes the stages of an edition that has none.
  func edition(_ edition: Int, hasStages stages: [ProgramStage]) throws {
    for partner in stages.compactMap(\.partner) { _ = try id(ofPartner: partner) }
    try execute(
      """
      insert into program_stage (edition_id, nth, place, months, partner_id)
      select \(edition), s.nth, s.place, s.months, i.id
      from unnest(\(stages.map(\.place)), \(stages.map(\.months)), \(stages.map(\.partner)))
        with ordinality s (place, months, partner, nth)
      left join partner i on i.code = s.partner
      """)
  }

  /// Writes certificates of an edition, each in the place of that of its side.
  func edition(_ edition: Int, leadsTo certificates: [ProgramCertificate]) throws {
    for partner in certificates.compactMap(\.partner) { _ = try id(ofPartner: partner) }
    for (nth, certificate) in certificates.enumerated()
    where certificates[..<nth].contains(where: { $0.side == certificate.side }) {
      throw LubanError.usage(
        """
        Two certificates are given for one side: each side has one. Write a title in two languages as one \
        text.
        """)
    }
    try execute(
      """
      merge into program_certificate t using (
        select c.side::certificate_side, c.title, i.id as partner_id
        from unnest(\(certificates.map(\.side.rawValue)), \(certificates.map(\.title)),
          \(certificates.map(\.partner))) c (side, title, partner)
        left join partner i on i.code = c.partner) n
      on (t.edition_id, t.side) = (\(edition)::int, n.side)
      when matched then update set title = n.title, partner_id = n.partner_id
      when not matched then
        insert (edition_id, side, title, partner_id) values (\(edition)::int, n.side, n.title, n.partner_id)
      """)
  }

  /// Copies whole rows, so that a column that comes later is not forgotten here.
  fileprivate func copyParts(of source: Int, to edition: Int) throws {
    try execute(
      """
      with new (keys) as (
        select jsonb_build_object(
          'edition_id', \(edition)::int, 'recorded_at', now(), 'recorded_by', session_user)
      ), kept as (
        select i as item from curriculum_item i join course c on c.id = i.course_id
        where i.edition_id = \(source) and c.retired_on is null
      ), stages as (
        insert into program_stage overriding user value
        select copy.* from program_stage old, new, jsonb_populate_record(old, keys) copy
        where old.edition_id = \(source)
      ), certificates as (
        insert into program_certificate overriding user value
        select copy.* from program_certificate old, new, jsonb_populate_record(old, keys) copy
        where old.edition_id = \(source)
      ), electives as (
        insert into elective_group overriding user value
        select copy.* from elective_group old, new, jsonb_populate_record(old, keys) copy
        where old.edition_id = \(source) and old.code in (select (item).elective_group from kept)
      ), rule as (
        insert into completion_rule overriding user value
        select copy.* from completion_rule old, new, jsonb_populate_record(old, keys) copy
        where old.edition_id = \(source)
      )
      insert into curriculum_item overriding user value
      select copy.* from kept, new, jsonb_populate_record(item, keys) copy
      """)
  }
}
