/// What was changed, and who was given the seats that became free by it.
@dynamicMemberLookup
public struct Seated<Subject: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
  /// What was changed, as it stands now.
  public let subject: Subject
  /// Those who moved up from a waitlist, in this cohort or in another one.
  public let promoted: [EnrollmentOutcome.Standing]

  /// Those who gave their seat back, and wait again.
  public let waitingAgain: [EnrollmentOutcome.Standing]

  init(
    _ subject: Subject, promoted: [EnrollmentOutcome.Standing],
    waitingAgain: [EnrollmentOutcome.Standing] = []
  ) {
    self.subject = subject
    self.promoted = promoted
    self.waitingAgain = waitingAgain
  }

  /// What the subject says of itself.
  public subscript<Value>(dynamicMember path: KeyPath<Subject, Value>) -> Value { subject[keyPath: path] }

  private enum CodingKeys: CodingKey { case promoted, waitingAgain }

  /// Reads a subject that has `promoted` among its fields, and `waitingAgain` where anybody does.
  public init(from decoder: any Decoder) throws {
    subject = try Subject(from: decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    promoted = try container.decode([EnrollmentOutcome.Standing].self, forKey: .promoted)
    waitingAgain =
      try container.decodeIfPresent([EnrollmentOutcome.Standing].self, forKey: .waitingAgain) ?? []
  }

  /// Writes the subject with these among its fields.
  public func encode(to encoder: any Encoder) throws {
    try subject.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(promoted, forKey: .promoted)
    if !waitingAgain.isEmpty { try container.encode(waitingAgain, forKey: .waitingAgain) }
  }
}
