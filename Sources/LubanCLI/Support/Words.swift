import Luban
import Messages

/// A state or a kind in the reader's language.
enum Word {
  /// All that are said, as they are typed.
  static var all: [String] {
    [
      words(AgreementKind.self), words(AgreementState.self), words(AttendanceStatus.self),
      words(CertificateSide.self), words(CohortStatus.self), words(CountedAttempt.self),
      words(CourseKind.self),
      words(Credential.Status.self), words(DocumentKind.self), words(EnrollmentState.self),
      words(EvaluationSide.self), words(ExcusedRule.self), words(Gender.self),
      words(LanguageCertificatePurpose.self), words(LanguageRule.self), words(OutcomeStatus.self),
      words(PartnerKind.self),
      words(PartnerStatus.self), words(ProgramMode.self), words(ResultKind.self),
      words(SignatureKey.Status.self),
      words(StatedResult.self),
      words(WorkshopRoleKind.self), words(WorkshopStatus.self), ofTables,
    ].reduce(into: []) { all, words in all += words.filter { !all.contains($0) } }.sorted()
  }

  /// Those of a noun that has words of its own for them.
  static let own = [
    PartnerStatus.noun: words(PartnerStatus.self), ResultKind.noun: words(ResultKind.self),
  ]

  /// Those that only cells of tables say.
  private static let ofTables = [
    "scheduled", "today", "yes", "no", "passed", "failed", "passed (stated)", "failed (stated)", "high",
    "medium", "low",
    "cohort", "instructor", "room",
    "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
    "sister city", "sister state", "sister county", "friendship city", "friendly city",
    "friendly exchange and cooperation", "member", "partner", "observer", "dialogue partner",
  ]

  private static func words<Kind: CaseIterable & RawRepresentable<String>>(_ kind: Kind.Type) -> [String] {
    kind.allCases.map(\.words)
  }
}

extension Message {
  /// What it says in the reader's language, for the cell of a table.
  var cell: String { told(in: Speech.catalog) }
}

extension EnrollmentState? {
  /// Where an event leads, for the cell of a table: one that only voids another leads nowhere.
  var cell: String { (self?.said ?? "(void)" as Message).cell }
}

extension Worded {
  /// The word in the reader's language.
  var said: Message { Message(words, in: Self.context) }

  private static var context: String { noun.isEmpty ? "word" : "word of \(noun)" }
}

extension RawRepresentable<String> {
  /// The word as it is typed, `on-leave`.
  var words: String { String(rawValue.map { $0 == "_" ? "-" : $0 }) }

  /// The word in the reader's language.
  var said: Message { Message(words, in: "word") }
}
