import ArgumentParser
import Luban
import Tabular

struct CredentialPrint: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Writes the certificate or transcript of a credential, to be printed.",
    discussion: """
      HTML with a style for print, or PDF where Chromium is installed; the name of the file tells which. \
      An awarding body may have a template of its own: luban credential template.

      Examples:
        luban credential print UZ-TAS-2025-00001 --output certificate.html
        luban credential print UZ-TAS-2025-00001 --kind transcript \\
          --output transcript.html
      """)

  @Argument(help: "Serial number.")
  var serial: CredentialSerial
  @Option(help: "What is printed.")
  var kind = PrintKind.certificate
  @OptionGroup var file: PageOutput
  @OptionGroup var connection: ConnectionOptions

  /// What it writes is for whoever gets it, and not in the language of who runs it.
  var isForPeople: Bool { false }

  func run(_ office: Office) async throws {
    try file.write(try await office.credentials.page(serial, kind))
  }
}

struct CredentialTemplate: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Shows, sets or drops the template of an awarding body.",
    discussion: """
      A template is HTML with Mustache tags; start from Luban's own, which is shown without --partner.

      Examples:
        luban credential template certificate > own.mustache
        luban credential template certificate --partner UZ-TSTU \\
          --set own.mustache
      """)

  @Argument(help: "Certificate or transcript.")
  var kind: PrintKind
  @Option(help: "Code of the awarding body.")
  var partner: PartnerCode?
  @Option(help: ArgumentHelp("File that becomes its template.", valueName: "file"), completion: .file())
  var set: String?
  @Flag(help: "Go back to Luban's own.")
  var drop = false
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    if (set != nil || drop) && partner == nil {
      throw ValidationError(saying: "--set and --drop go with --partner.")
    }
    if set != nil && drop { throw ValidationError(saying: "Give --set or --drop, not both.") }
  }

  func run(_ office: Office) async throws {
    guard let partner, set != nil || drop else {
      let sink = ByteSink.standardOutput()
      try sink.write(try await office.credentials.template(kind, of: partner))
      try sink.flush()
      return
    }
    let body = try set.map { try ByteSource(path: $0).text() }
    try await office.credentials.setTemplate(kind, of: partner, to: body, name: set ?? kind.rawValue)
    Talk.say(drop ? "\(partner) prints by Luban's template." : "\(partner) has a template of its own.")
  }
}
