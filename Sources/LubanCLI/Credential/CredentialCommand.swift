import Messages
import ArgumentParser
import Luban
import Tabular

struct CredentialCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "credential",
    abstract: "What graduates are awarded: issued by the rule, never deleted, verifiable by anyone.",
    subcommands: [
      CredentialIssue.self, CredentialList.self, CredentialShow.self, CredentialKeyCommand.self,
      CredentialSign.self, CredentialCode.self, CredentialPublish.self, CredentialVerify.self,
      CredentialPrint.self, CredentialRevoke.self, CredentialReissue.self, CredentialRevokeImport.self,
      CredentialReissueImport.self, CredentialTemplate.self, CredentialText.self,
    ])
}

extension CredentialSerial: ExpressibleByArgument {}

extension CertificateSide: WordedArgument {}

extension Credential.Status: WordedArgument {}

extension PrintKind: ExpressibleByArgument {}

struct CredentialIssue: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue", abstract: "Issues the certificates of a program to those who completed it.",
    discussion: """
      The certificates are those of the program's edition, one or two. Serial numbers have no gaps. What \
      was judged is kept with each, whatever changes later.

      Examples:
        luban credential issue S-00009 --cohort UZ-TAS-LOG-2022A \\
          --on 2025-07-05
        luban credential issue --all --cohort UZ-TAS-LOG-2022A --on 2025-07-05
      """)

  @Argument(help: "Numbers of the students; or --all.")
  var students: [StudentReference] = []
  @Option(help: "Code of the cohort.")
  var cohort: CohortCode
  @Flag(help: "All who have completed and hold no valid credential.")
  var all = false
  @Option(help: ArgumentHelp("Day of issue.", valueName: "day"))
  var on = Day.today
  @Option(help: ArgumentHelp("Only the certificate of this side; may be repeated.", valueName: "side"))
  var side: [CertificateSide] = []
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if all != students.isEmpty { throw ValidationError(saying: "Name students, or give --all, not both.") }
  }

  func run(_ office: Office) async throws {
    let outcome = try await office.credentials.issue(all ? nil : students, in: cohort, on: on, sides: side)
    let issued = outcome.issued
    try await office.tellInactive(.awarding(issued.map(\.serial)), isQuiet: result.isQuiet)
    let words: Message =
      if issued.count > 10, let first = issued.first, let last = issued.last {
        "\(count: issued.count, "credential"), \(first.serial) to \(last.serial)"
      } else {
        issued.map { "\($0.serial) for \($0.student)" as Message }.joined(separator: ", ")
      }
    try LeftOutScreen(outcome.leftOut, of: cohort, isAll: issued.isEmpty).report(
      issued.isEmpty ? "\(cohort): nothing was issued." : "\(cohort): issued \(words).", outcome, result)
  }
}

struct CredentialList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists credentials, revoked ones too, as known now.",
    discussion: "Example:\n  luban credential list --cohort UZ-TAS-LOG-2022A --status valid")

  @OptionGroup var place: WorkshopOptions
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @Option(help: "Of this student.")
  var student: StudentReference?
  @Option(help: "With this status.")
  var status: Credential.Status?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.credentials.list(workshop: place.named, cohort: cohort, student: student, status: status)
  }
}

struct CredentialRevoke: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Revokes a credential, which stays and says why.",
    discussion: """
      Example:
        luban credential revoke UZ-TAS-2025-00001 --on 2025-08-01 \\
          --reason "the name was misspelled" --yes
      """)

  @Argument(help: "Serial number.")
  var serial: CredentialSerial
  @Option(help: ArgumentHelp("Day of the revocation.", valueName: "day"))
  var on = Day.today
  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String
  @OptionGroup var confirmation: ConfirmationOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    try confirmation.confirm("Revoke \(serial)? It can't be made valid again, only issued anew.")
    let credential = try await office.credentials.revoke(serial, on: on, reason: reason)
    try result.report("Revoked \(serial) of \(credential.record.student.name): \(reason).", credential)
    try await office.tellToPublish(serial, isQuiet: result.isQuiet)
  }
}

struct CredentialReissue: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "reissue",
    abstract: "Issues a credential anew from what is known now, and revokes the former one.",
    discussion: """
      Example:
        luban credential reissue UZ-TAS-2025-00001 --on 2025-08-02 \\
          --reason "name corrected"
      """)

  @Argument(help: "Serial number of the former one.")
  var serial: CredentialSerial
  @Option(help: ArgumentHelp("Day of issue.", valueName: "day"))
  var on = Day.today
  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let credential = try await office.credentials.reissue(serial, on: on, reason: reason)
    try result.report("Issued \(credential.serial) for \(serial), which is revoked.", credential)
    try await office.tellInactive(.awarding([credential.serial]), isQuiet: result.isQuiet)
    try await office.tellToPublish(serial, isQuiet: result.isQuiet)
  }
}

extension Office {
  /// Tells that strangers learn of a revocation from what is published, where the certificate was signed.
  fileprivate func tellToPublish(_ serial: CredentialSerial, isQuiet: Bool) async throws {
    if try await signatures.code(serial) == nil { return }
    Talk.say(
      "\(serial) was signed: to who checks it, it is valid until luban credential publish tells otherwise.",
      isQuiet: isQuiet)
  }
}
