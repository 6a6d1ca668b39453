import Postgres

extension Imports {
  /// Imports, the latest first.
  public func list(workshop: WorkshopCode? = nil) -> Listing {
    Listing(
      "import",
      """
      batch recorded_at (recorded_by) workshop (noun) file lines people_created people_changed \
      enrollments_created records_created records_changed (unchanged) refused (key)
      """, by: "key", where: [.equals("workshop", workshop)])
  }

  /// One import, with what it brought each workshop.
  public func show(_ number: BatchNumber) async throws -> ImportBatch {
    try await office.read { tx in
      let parts = try tx.rows(
        """
        select w.code, b.lines, b.people_created, b.people_changed, b.enrollments_created,
          b.records_created, b.records_changed, b.unchanged, b.refused
        from import_batch b join workshop w on w.id = b.workshop_id
        where b.number = \(number.value) order by w.code
        """
      ) { row in
        ImportBatch.Part(
          workshop: try row.decode("code"), lines: try row.decode("lines"),
          peopleCreated: try row.decode("people_created"), peopleChanged: try row.decode("people_changed"),
          enrollmentsCreated: try row.decode("enrollments_created"),
          recordsCreated: try row.decode("records_created"),
          recordsChanged: try row.decode("records_changed"), unchanged: try row.decode("unchanged"),
          refused: try row.decode("refused"))
      }
      let found = try tx.first(
        """
        select noun, file_name, file_bytes, file_sha256, options::text as options,
          to_char(recorded_at, 'YYYY-MM-DD HH24:MI:SS') as recorded_at, recorded_by
        from import_batch where number = \(number.value) limit 1
        """
      ) { row in
        ImportBatch(
          number: number, noun: try row.decode("noun"), fileName: try row.decode("file_name"),
          fileBytes: try row.decode("file_bytes"), sha256: try row.decode("file_sha256"),
          options: try row.decode("options"),
          recordedAt: try row.decode("recorded_at"), recordedBy: try row.decode("recorded_by"),
          workshops: parts)
      }
      guard let found else {
        throw LubanError.notFound(noun: "import", code: number.description, nearest: [])
      }
      return found
    }
  }
}
