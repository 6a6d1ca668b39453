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
