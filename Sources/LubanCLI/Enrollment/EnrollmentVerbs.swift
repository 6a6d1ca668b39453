import ArgumentParser
import Luban

// The verbs that move enrollments to one state, each a sentence of help.

struct EnrollmentAdmit: EnrollmentChange {
  static let state = EnrollmentState.admitted
  static let configuration = CommandConfiguration(
    commandName: "admit", abstract: "Gives applicants a seat.",
    discussion: """
      Example:
        luban enrollment admit S-00002 --cohort UZ-TAS-LOG-2026A \\
          --on 2026-06-15
      """)
  @OptionGroup var change: ChangeOptions
}

struct EnrollmentWaitlist: EnrollmentChange {
  static let state = EnrollmentState.waitlisted
  static let configuration = CommandConfiguration(
    commandName: "waitlist", abstract: "Puts applicants on the waitlist, in order.",
    discussion: """
      Example:
        luban enrollment waitlist S-00003 --cohort UZ-TAS-LOG-2026A \\
          --on 2026-06-15
      """)
  @OptionGroup var change: ChangeOptions
}

struct EnrollmentReject: EnrollmentChange {
  static let state = EnrollmentState.rejected
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Refuses applicants.",
    discussion: """
      Example:
        luban enrollment reject S-00003 --cohort UZ-TAS-LOG-2026A \\
          --on 2026-09-30 --reason "no seat was freed"
      """)
  @OptionGroup var change: ChangeOptions
}

struct EnrollmentDecline: EnrollmentChange {
  static let state = EnrollmentState.declined
  static let configuration = CommandConfiguration(
    commandName: "decline", abstract: "Notes that applicants do not take their place.",
    discussion: """
      Example:
        luban enrollment decline S-00002 --cohort UZ-TAS-LOG-2026A \\
          --on 2026-08-20
      """)
  @OptionGroup var change: ChangeOptions
}

struct EnrollmentSuspend: EnrollmentChange {
  static let state = EnrollmentState.suspended
  static let configuration = CommandConfiguration(
    commandName: "suspend", abstract: "Suspends students; they keep their seats.",
    discussion: """
      Example:
        luban enrollment suspend S-00001 --cohort UZ-TAS-LOG-2026A \\
          --on 2026-09-20 --code health
      """)
  @OptionGroup var change: ChangeOptions
}

struct EnrollmentResume: EnrollmentChange {
  static let state = EnrollmentState.enrolled
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Takes suspended students back.",
    discussion: """
      Example:
        luban enrollment resume S-00001 --cohort UZ-TAS-LOG-2026A \\
          --on 2026-10-05
      """)
  @OptionGroup var change: ChangeOptions
}

struct EnrollmentWithdraw: EnrollmentChange {
  static let state = EnrollmentState.withdrawn
  static let needsReason = true
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Withdraws students; freed seats go to those who wait.",
    discussion: """
      Example:
        luban enrollment withdraw S-00004 --cohort UZ-TAS-LOG-2026A \\
          --on 2026-10-02 --code work
      """)
  @OptionGroup var change: ChangeOptions
}

struct EnrollmentDismiss: EnrollmentChange {
  static let state = EnrollmentState.dismissed
  static let needsReason = true
  static let configuration = CommandConfiguration(
    commandName: "dismiss", abstract: "Dismisses students; freed seats go to those who wait.",
    discussion: """
      Example:
        luban enrollment dismiss S-00005 --cohort UZ-TAS-LOG-2026A \\
          --on 2026-10-20 --code conduct
      """)
  @OptionGroup var change: ChangeOptions
}

struct EnrollmentComplete: EnrollmentChange {
  static let state = EnrollmentState.completed
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Notes that students have completed the program.",
    discussion: """
      Whoever lacks a part of the rule of the program on that day is left out, with everything that is \
      missing; luban progress shows it beforehand.

      Examples:
        luban enrollment complete S-00008 --cohort UZ-TAS-LOG-2022A \\
          --on 2025-07-01
        luban enrollment complete --all-in enrolled --qualified \\
          --cohort UZ-TAS-LOG-2022A --on 2025-07-01
      """)
  @OptionGroup var change: ChangeOptions
  @Flag(help: "Of these, only those who have every part of the rule.")
  var qualified = false

  func run(_ office: Office) async throws {
    try await change.change(
      to: Self.state, onlyQualified: qualified, because: try await change.effect.why(office), office)
  }
}
