import FoundationEssentials

/// What is said of a test: all of it where one is added, what changes where one is corrected.
public struct LanguageCertificateDetails: Sendable, Hashable {
  /// Points in all; added up where all parts are given.
  public var score: Double?
  /// Points by part of the exam, named in English, Chinese or Russian.
  public var parts: [String: Double] = [:]
  /// What the certificate itself says; needed where the framework publishes no pass rule.
  public var stated: StatedResult?
  /// Whose test it was; an external one unless said otherwise.
  public var purpose: LanguageCertificatePurpose?
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
public struct LanguageCertificateCorrection: Sendable, Hashable {
  /// What may be emptied.
  public enum Field: String, Sendable, CaseIterable { case score, parts, stated, number, center, validity }

  /// The level it really was of.
  public var level: LanguageLevel?
  /// The day it really was on.
  public var takenOn: Day?
  /// What else was otherwise; parts given replace those of their names.
  public var details = LanguageCertificateDetails()
  /// What is to be emptied.
  public var cleared: Set<Field> = []
  /// Why it is corrected.
  public var reason: String

  /// A correction that changes nothing yet.
  public init(reason: String) { self.reason = reason }
}
