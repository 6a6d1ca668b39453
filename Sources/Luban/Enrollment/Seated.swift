/// What was changed, and who was given the seats that became free by it.
@dynamicMemberLookup
public struct Seated<Subject: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
  /// What was changed, as it stands now.
  public let subject: Subject
  /// Those who moved up from a waitlist, in this cohort or in another one.
  public let promoted: [EnrollmentOutcome.Standing]

  init(_ subject: Subject, promoted: [EnrollmentOutcome.Standing]) {
    self.subject = subject
    self.promoted = promoted
  }

  /// What the subject says of itself.
  public subscript<Value>(dynamicMember path: KeyPath<Subject, Value>) -> Value { subject[keyPath: path] }

  private enum CodingKeys: CodingKey { case promoted }

  /// Reads a subject that has `promoted` among its fields.
  public init(from decoder: any Decoder) throws {
    subject = try Subject(from: decoder)
    promoted = try decoder.container(keyedBy: CodingKeys.self)
      .decode([EnrollmentOutcome.Standing].self, forKey: .promoted)
  }

  /// Writes the subject with `promoted` among its fields.
  public func encode(to encoder: any Encoder) throws {
    try subject.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(promoted, forKey: .promoted)
  }
}
