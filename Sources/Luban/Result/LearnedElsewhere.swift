/// What makes recognitions or transfers of the lines of a file of results.
public struct LearnedElsewhere: Sendable, Hashable {
  /// What recognitions rest on.
  public var evidence: String?
  /// Partner that credit is transferred from.
  public var from: PartnerCode?
  /// Agreement it is transferred under.
  public var agreement: AgreementCode?
  /// Scale of the marks, where it is not that of the course.
  public var scale: String?

  /// Nothing said: the lines are of attempts here, unless they say otherwise.
  public init(
    evidence: String? = nil, from: PartnerCode? = nil, agreement: AgreementCode? = nil,
    scale: String? = nil
  ) {
    self.evidence = evidence
    self.from = from
    self.agreement = agreement
    self.scale = scale
  }
}
