import Postgres

/// Number of an import, shown as `B-000123`.
public struct BatchNumber: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The bare number.
  public let value: Int

  /// A number.
  public init(_ value: Int) { self.value = value }

  /// Reads `B-000123`, `b-123` or `123`.
  public init?(argument: String) {
    let digits = argument.uppercased().hasPrefix("B-") ? argument.dropFirst(2) : argument[...]
    guard let value = Int(digits), value > 0 else { return nil }
    self.value = value
  }

  /// `B-000123`.
  public var description: String {
    let digits = String(value)
    return "B-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}

/// A file that was imported.
public struct ImportBatch: Sendable, Codable, Hashable {
  /// Its number.
  public let number: BatchNumber
  /// What the file held, as ``ImportForm/name`` has it.
  public let noun: String
  /// Name of the file.
  public let fileName: String
  /// Size of the file.
  public let fileBytes: Int
  /// SHA-256 of the file as read.
  public let sha256: String?
  /// How it was read, as JSON.
  public let options: String
  /// When, in UTC.
  public let recordedAt: String
  /// By which role.
  public let recordedBy: String
  /// What it brought each workshop.
  public let workshops: [Part]

  /// Whether it brought people and enrollments, and no records of another noun.
  public var countsPeople: Bool { ImportForm.withPeople.contains { $0.name == noun } }

  /// What a file brought one workshop.
  public struct Part: Sendable, Codable, Hashable {
    /// The workshop.
    public let workshop: WorkshopCode
    /// Lines for it.
    public let lines: Int
    /// Persons entered.
    public let peopleCreated: Int
    /// Persons changed.
    public let peopleChanged: Int
    /// Enrollments made.
    public let enrollmentsCreated: Int
    /// Records of other nouns made.
    public let recordsCreated: Int
    /// Records of other nouns changed.
    public let recordsChanged: Int
    /// Lines that changed nothing.
    public let unchanged: Int
    /// Lines refused.
    public let refused: Int
  }
}

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
