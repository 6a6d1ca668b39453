/// A kind or a state that is known by its code and by words for it.
public protocol Worded: CaseIterable, RawRepresentable where RawValue == String {
  /// The kinds of words of files that are about it.
  static var kinds: [String] { get }
  /// What has words of its own for it, where others have it too; else empty.
  static var noun: String { get }
}

extension Worded {
  /// None.
  public static var kinds: [String] { [] }
  /// None.
  public static var noun: String { "" }

  /// Reads the code, with dashes or underscores, or a word for it in any language.
  public init?(word: String) {
    let codes = Self.allCases.map(\.rawValue)
    guard let code = KindWords.code(word, among: codes, as: Self.kinds, of: Self.noun) else { return nil }
    self.init(rawValue: code)
  }
}

extension AgreementKind: Worded {
  /// Those of files.
  public static var kinds: [String] { ["agreement_kind"] }
}
extension AgreementState: Worded {}
extension AttendanceStatus: Worded {
  /// Those of files.
  public static var kinds: [String] { ["attendance"] }
}
extension CertificateSide: Worded {}
extension CohortStatus: Worded {}
extension CountedAttempt: Worded {}
extension CourseKind: Worded {
  /// Those of files.
  public static var kinds: [String] { ["course_kind"] }
}
extension Credential.Status: Worded {}
extension DocumentKind: Worded {
  /// Those of files.
  public static var kinds: [String] { ["document"] }
}
extension EnrollmentState: Worded {
  /// Those of files.
  public static var kinds: [String] { ["state", "change"] }
}
extension EvaluationSide: Worded {
  /// Those of files.
  public static var kinds: [String] { ["side"] }
}
extension ExcusedRule: Worded {}
extension Gender: Worded {
  /// Those of files.
  public static var kinds: [String] { ["gender"] }
}
extension LanguageCertificatePurpose: Worded {
  /// Those of files.
  public static var kinds: [String] { ["purpose"] }
}
extension OutcomeStatus: Worded {
  /// Those of files.
  public static var kinds: [String] { ["outcome"] }
}
extension PartnerKind: Worded {
  /// Those of files.
  public static var kinds: [String] { ["partner_kind"] }
}
extension PartnerStatus: Worded {
  /// Those of files.
  public static var kinds: [String] { ["partner_status"] }
  /// A partner that is suspended is not on leave.
  public static var noun: String { "partner" }
}
extension ProgramMode: Worded {
  /// Those of files.
  public static var kinds: [String] { ["program_mode"] }
}
extension ResultKind: Worded {
  /// Credit that is transferred does not change its cohort.
  public static var noun: String { "result" }
}
extension StatedResult: Worded {}
extension WorkshopMilestoneKind: Worded {}
extension WorkshopRoleKind: Worded {
  /// Those of files.
  public static var kinds: [String] { ["workshop_part"] }
}
extension WorkshopStatus: Worded {
  /// Those of files.
  public static var kinds: [String] { ["workshop_status"] }
}
