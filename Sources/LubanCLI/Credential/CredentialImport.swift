import ArgumentParser
import Luban

struct CredentialRevokeImport: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke-import", abstract: "Revokes credentials from a file, a line a credential.",
    discussion: """
      All lines are checked before any is written. Where a line names the graduate beside the serial number, \
      it is refused if the credential is another's; luban import template revocations lists the columns.

      Examples:
        printf 'serial,reason\\nUZ-TAS-2025-00002,a misprint\\n' > wrong.csv
        luban credential revoke-import wrong.csv --on 2025-08-03 --dry-run
        luban credential revoke-import wrong.csv --on 2025-08-03 --yes
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: CredentialLineOptions
  @OptionGroup var confirmation: ConfirmationOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    if !file.dryRun {
      try confirmation.confirm(
        "Revoke the credentials in \(file.file)? They can't be made valid again, only issued anew.")
    }
    try await file.run(lines.request(file.request(.revocations)), office, result)
  }
}

struct CredentialReissueImport: ImportingCommand {
  static let form = ImportForm.reissues
  static let configuration = CommandConfiguration(
    commandName: "reissue-import",
    abstract: "Issues credentials anew from a file, a line a former one, which is revoked.",
    discussion: """
      As luban credential reissue does for one, in the order of the lines. --result says which serial number \
      took the place of which; luban import template reissues lists the columns.

      Example:
        luban credential reissue-import wrong.csv --on 2025-08-04 \\
          --result anew.csv
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: CredentialLineOptions
  @OptionGroup var result: ResultOptions
}

/// What holds for the lines of a file of credentials that do not say it themselves.
struct CredentialLineOptions: ImportLines {
  @Option(help: ArgumentHelp("Day of the lines that name none.", valueName: "day"))
  var on = Day.today
  @Option(help: ArgumentHelp("Why, in the lines that do not say it.", valueName: "text"))
  var reason: String?

  func request(_ request: ImportRequest) -> ImportRequest {
    var request = request
    request.day = on
    request.reason = reason
    return request
  }
}
