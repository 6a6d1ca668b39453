/// An agreement to be added.
public struct NewAgreement: Sendable, Hashable {
  /// The number on the paper.
  public var number: AgreementNumber
  /// What was signed.
  public var kind: AgreementKind
  /// Who signed it: two or more.
  public var parties: [PartnerCode]
  /// What it covers; without anything no cohort opens under it.
  public var covers: [AgreementScope]
  /// Day of the signature.
  public var signedOn: Day?
  /// First day in force.
  public var effectiveOn: Day
  /// First day no longer in force; `nil` for no end.
  public var expiresOn: Day?
  /// Free remark.
  public var note: String?

  /// An agreement to be added.
  public init(
    number: AgreementNumber, kind: AgreementKind, parties: [PartnerCode], covers: [AgreementScope] = [],
    signedOn: Day? = nil, effectiveOn: Day, expiresOn: Day? = nil, note: String? = nil
  ) {
    self.number = number
    self.kind = kind
    self.parties = parties
    self.covers = covers
    self.signedOn = signedOn
    self.effectiveOn = effectiveOn
    self.expiresOn = expiresOn
    self.note = note
  }
}

/// An agreement that renews another one: of the same kind, with the same parties and scope unless given.
public struct AgreementRenewal: Sendable, Hashable {
  /// The number on the new paper.
  public var number: AgreementNumber
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
  public init(number: AgreementNumber) { self.number = number }
}

/// What to correct of an agreement, and what it covers more or less; `nil` and nothing leave it.
public struct AgreementChanges: Sendable, Hashable {
  /// What an agreement can be without.
  public enum Clearable: String, Sendable, CaseIterable, Codable { case signed, expires, note }

  /// What was signed.
  public var kind: AgreementKind?
  /// What it covers as well.
  public var covers: [AgreementScope] = []
  /// What it covers no more.
  public var droppedCovers: [AgreementScope] = []
  /// Day of the signature.
  public var signedOn: Day?
  /// First day in force.
  public var effectiveOn: Day?
  /// First day no longer in force.
  public var expiresOn: Day?
  /// Free remark.
  public var note: String?
  /// What is to be emptied.
  public var cleared: Set<Clearable> = []

  /// Nothing to change yet.
  public init() {}
}
