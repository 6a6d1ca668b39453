/// An agreement that renews another one: of the same kind, with the same parties and scope unless given.
public struct AgreementRenewal: Sendable, Hashable {
  /// Its code.
  public var code: AgreementCode
  /// The number on the new paper.
  public var number: String?
  /// Who signed it; those of the one before where empty.
  public var parties: [PartnerCode] = []
  /// What it covers; what the one before did where empty.
  public var covers: [AgreementScope] = []
  /// Day of the signature.
  public var signedOn: Day?
  /// First day in force; the first day on which the one before is not where `nil`.
  public var effectiveOn: Day?
  /// First day no longer in force; `nil` for no end.
  public var expiresOn: Day?
  /// Free remark.
  public var note: String?

  /// A renewal that begins when the one before expires, and has no end yet.
  public init(code: AgreementCode) { self.code = code }
}

/// What may be said of an agreement; a new one has a kind and a first day.
public struct AgreementDetails: Details {
  /// What an agreement can be without.
  public enum Clearable: String, Sendable, CaseIterable, Codable { case number, signed, expires, note }

  /// The number on the paper, as the parties write it.
  public var number: String?
  /// What was signed.
  public var kind: AgreementKind?
  /// What it covers, or covers as well; without anything no cohort opens under it.
  public var covers: [AgreementScope] = []
  /// What it covers no more.
  public var droppedCovers: [AgreementScope] = []
  /// Day of the signature.
  public var signedOn: Day?
  /// First day in force.
  public var effectiveOn: Day?
  /// First day no longer in force; `nil` for no end.
  public var expiresOn: Day?
  /// Free remark.
  public var note: String?
  /// What is to be emptied.
  public var cleared: Set<Clearable> = []

  /// Nothing said yet.
  public init() {}
}
