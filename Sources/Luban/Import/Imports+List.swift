import Postgres

extension Imports {
  /// Imports, in the order in which they were read.
  public func list(workshop: WorkshopCode? = nil) -> Listing {
    Listing(
      "import",
      """
      batch recorded_at (recorded_by) workshop (noun) file lines people_created people_changed \
      enrollments_created records_created records_changed (unchanged) refused (command key)
      """, by: "key", where: [.equals("workshop", workshop)])
  }

  /// One file that was imported, with what it brought each workshop.
  ///
  /// - Throws: ``LubanError`` for what was never imported, or a number that several workshops have given.
  public func show(_ reference: ImportReference) async throws -> ImportBatch {
    try await office.read { tx in
      let command = try tx.importCommand(reference)
      let parts = try tx.rows(
        """
        select shown_batch(w.code, b.number) as batch, w.code as workshop, b.lines, b.people_created,
          b.people_changed, b.enrollments_created, b.records_created, b.records_changed, b.unchanged,
          b.refused
        from import_batch b join workshop w on w.id = b.workshop_id
        where b.command = \(command)::uuid order by w.code
        """, of: ImportBatch.Part.self)
      return try tx.one(
        """
        select noun, file_name, file_bytes, file_sha256 as sha256, options::text as options,
          to_char(recorded_at, 'YYYY-MM-DD HH24:MI:SS"Z"') as recorded_at, recorded_by
        from import_batch where command = \(command)::uuid limit 1
        """, of: ImportBatch.self, with: ["command": command, "workshops": parts])
    }
  }
}

extension Transaction {
  /// Key of the command that read the file.
  fileprivate func importCommand(_ reference: ImportReference) throws -> String {
    let (key, number, workshop): (String?, Int?, WorkshopCode?) =
      switch reference {
      case .command(let key): (key.uuidString, nil, nil)
      case .number(let number, let workshop): (nil, number, workshop)
      }
    let found = try rows(
      """
      select b.command::text, shown_batch(w.code, b.number)
      from import_batch b join workshop w on w.id = b.workshop_id
      where b.command = \(key)::uuid
        or b.number = \(number) and (\(workshop) is null or w.code = \(workshop)) order by w.code
      """, as: (String.self, String.self))
    guard let command = found.first?.0 else {
      throw LubanError.notFound(noun: "import", code: reference.description, nearest: [])
    }
    guard found.allSatisfy({ $0.0 == command }) else {
      throw LubanError.ambiguous(
        noun: "import", code: reference.description, candidates: found.map(\.1))
    }
    return command
  }
}
