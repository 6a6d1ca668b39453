import FoundationEssentials
import Postgres

/// Number of an import, counted within the workshop and written `UZ-TAS/B-0017`.
public struct BatchNumber: Hashable, Sendable, CustomStringConvertible {
  /// The workshop that counts it.
  public let workshop: WorkshopCode
  /// The bare number.
  public let value: Int

  /// A number of a workshop.
  public init(_ workshop: WorkshopCode, _ value: Int) {
    self.workshop = workshop
    self.value = value
  }

  /// `UZ-TAS/B-0017`.
  public var description: String { ImportReference.number(value, workshop: workshop).description }
}

extension BatchNumber: TextCoded, SQLDecodable {
  /// Reads it as it is written.
  public init?(_ text: String) {
    guard case .number(let value, let workshop?) = ImportReference(text) else { return nil }
    self.init(workshop, value)
  }
}

/// How people name an import: by number, with the workshop where several count theirs, or by the command
/// that read the file.
public enum ImportReference: Hashable, Sendable, CustomStringConvertible {
  /// A number, in a workshop or wherever there is one import that has it.
  case number(Int, workshop: WorkshopCode?)
  /// Key of the command.
  case command(UUID)

  /// Reads `UZ-TAS/B-0017`, `b-17`, `17` and a UUID; anything else is `nil`.
  public init?(_ text: String) {
    if let key = UUID(uuidString: text) {
      self = .command(key)
      return
    }
    guard let parts = CountedNumber.parts(of: text), let value = CountedNumber.value("B", of: parts.number)
    else { return nil }
    self = .number(value, workshop: parts.workshop)
  }

  /// `UZ-TAS/B-0017`, `B-0017`, or the key of the command.
  public var description: String {
    switch self {
    case .number(let value, let workshop):
      (workshop.map { "\($0)/" } ?? "") + CountedNumber.text("B", value, digits: 4)
    case .command(let key): key.uuidString.lowercased()
    }
  }
}

/// A file that was imported.
public struct ImportBatch: Sendable, Codable, Hashable {
  /// Key of the command that read it.
  public let command: String
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
    /// Its number there.
    public let batch: BatchNumber
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
