import Postgres

/// The result of a language test, external or of the school.
public struct LanguageCertificate: Sendable, Hashable, Codable {
  /// The workshop.
  public let workshop: WorkshopCode
  /// Number of the student.
  public let student: StudentNumber
  /// Name of the student, as the person writes it.
  public let name: String
  /// The level that was tested.
  public let level: LanguageLevel
  /// Day of the test.
  public let takenOn: Day
  /// Whose test it was, and what for.
  public let purpose: LanguageCertificatePurpose
  /// Points in all.
  public let score: Double?
  /// Points needed to pass; `nil` where no rule is published.
  public let passScore: Int?
  /// Most points; `nil` where no scale is published.
  public let maxScore: Int?
  /// Points by part of the exam.
  public let parts: [String: Double]
  /// Whether the level was passed: by the rule of the framework or, where none is published, as stated.
  public let isPassed: Bool
  /// What the certificate itself says, where that was entered.
  public let statedPass: Bool?
  /// Number of the certificate.
  public let number: String?
  /// Test center.
  public let center: String?
  /// Last day on which it is accepted; `nil` where it does not lapse.
  public let validUntil: Day?
  /// Reason of the latest correction, or a remark.
  public let note: String?

  /// Whether it was passed by what the certificate says alone, since its framework publishes no rule.
  public var isPassAsStated: Bool { passScore == nil }
  /// The student with the workshop in front.
  public var reference: StudentReference { StudentReference(workshop: workshop, number: student) }
}

/// Whose test it is, and what for.
public enum LanguageCertificatePurpose: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable,
  SQLDecodable
{
  /// Of an outside center, as the HSK.
  case external
  /// Of the school.
  case `internal`
  /// At entry.
  case placementTest = "placement_test"
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// What a certificate says by itself.
public enum StatedResult: String, Sendable, Hashable, Codable, CaseIterable {
  case pass, fail
}
