import FoundationEssentials
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
  public let purpose: TestPurpose
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
public enum TestPurpose: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
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

/// What is said of a test: all of it where one is added, what changes where one is corrected.
public struct TestDetails: Sendable, Hashable {
  /// Points in all; added up where all parts are given.
  public var score: Double?
  /// Points by part of the exam, named in English, Chinese or Russian.
  public var parts: [String: Double] = [:]
  /// What the certificate itself says; needed where the framework publishes no pass rule.
  public var stated: StatedResult?
  /// Whose test it was; an external one unless said otherwise.
  public var purpose: TestPurpose?
  /// Number of the certificate.
  public var number: String?
  /// Test center.
  public var center: String?
  /// Last day on which it is accepted.
  public var validUntil: Day?

  /// Nothing said yet.
  public init() {}

  var partsJSON: String {
    (try? JSONEncoder().encode(parts)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

/// What is wrong in the record of a test.
public struct TestCorrection: Sendable, Hashable {
  /// What may be emptied.
  public enum Field: String, Sendable, CaseIterable { case score, parts, stated, number, center, validity }

  /// The level it really was of.
  public var level: LanguageLevel?
  /// The day it really was on.
  public var takenOn: Day?
  /// What else was otherwise; parts given replace those of their names.
  public var details = TestDetails()
  /// What is to be emptied.
  public var cleared: Set<Field> = []
  /// Why it is corrected.
  public var reason: String

  /// A correction that changes nothing yet.
  public init(reason: String) { self.reason = reason }
}
