import ArgumentParser
import Luban
import Messages
import Proof
import Tabular

struct CredentialSign: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Signs certificates, so that who has only the paper can check them.",
    discussion: """
      Those that are not signed yet: all of the key's awarding body, those of a cohort, or those that are \
      named. A certificate is signed once; from then on it prints with its code.

      Examples:
        luban credential sign --key tstu.pem --cohort UZ-TAS-LOG-2022A --dry-run
        luban credential sign --key tstu.pem UZ-TAS-2025-00001
      """)

  @Argument(help: "Serial numbers; or --cohort, or all.")
  var serials: [CredentialSerial] = []
  @Option(help: ArgumentHelp("File of the private key.", valueName: "file"), completion: .file())
  var key: String
  @Option(help: "Those of this cohort.")
  var cohort: CohortCode?
  @Flag(help: "Say what would be signed, and sign nothing.")
  var dryRun = false
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if cohort != nil, !serials.isEmpty {
      throw ValidationError(saying: "Name serial numbers, or give --cohort, not both.")
    }
  }

  func run(_ office: Office) async throws {
    let selection: SigningSelection =
      cohort.map { .cohort($0) } ?? (serials.isEmpty ? .all : .serials(serials))
    let outcome = try await office.signatures.sign(
      selection, with: try KeyFile.read(key), isDryRun: dryRun)
    let signed = outcome.signed
    let words: Message =
      if signed.count > 10, let first = signed.first, let last = signed.last {
        "\(count: signed.count, "credential"), \(first) to \(last)"
      } else {
        signed.map { Message(verbatim: $0.rawValue) }.joined(separator: ", ")
      }
    let done: Message =
      signed.isEmpty ? "\(outcome.key): nothing was signed." : "\(outcome.key): signed \(words)."
    try result.report("\(dryRun ? "Dry run: " : "")\(done)", outcome)
  }
}

struct CredentialCode: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", abstract: "Prints the text of the QR code of a signed certificate.",
    discussion: "Example:\n  luban credential code UZ-TAS-2025-00001 > code.txt")

  @Argument(help: "Serial number.")
  var serial: CredentialSerial
  @OptionGroup var connection: ConnectionOptions

  /// What it writes is for whoever gets it.
  var isForPeople: Bool { false }

  func run(_ office: Office) async throws {
    guard let code = try await office.signatures.code(serial) else {
      throw LubanError.notFound(noun: "signature of", code: serial.rawValue, nearest: [])
    }
    let sink = ByteSink.standardOutput()
    try sink.write(code + "\n")
    try sink.flush()
  }
}

struct CredentialPublish: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Writes keys and a signed list of revocations, for a web server.",
    discussion: """
      All files or none. Publish after each revocation, and now and then without one: whoever checks a \
      certificate is told how old the list is.

      Example:
        luban credential publish published --key tstu.pem
      """)

  @Argument(help: "Folder of the files; it is made where there is none.", completion: .directory)
  var folder: String
  @Option(
    help: ArgumentHelp("File of the private key that signs the list.", valueName: "file"), completion: .file()
  )
  var key: String
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var form: ResultForm

  var isForPeople: Bool { form.format == .text }

  /// What was written.
  private struct Outcome: Encodable {
    let folder: String
    let files: [String]
  }

  func run(_ office: Office) async throws {
    let publication = try await office.signatures.publication(by: try KeyFile.read(key))
    try OutputFiles.write(publication.files, to: folder)
    let names = publication.files.map(\.name)
    try form.report(
      "Wrote \(count: names.count, "file") to \(folder).", Outcome(folder: folder, files: names))
  }
}
