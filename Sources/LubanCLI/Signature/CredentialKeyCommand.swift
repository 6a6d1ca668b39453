import ArgumentParser
import Glibc
import Luban
import Messages
import Proof

struct CredentialKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Keys with which awarding bodies sign; the private halves are in files, never in the database.",
    subcommands: [
      CredentialKeyMake.self, CredentialKeyList.self, CredentialKeyRetire.self, CredentialKeyCompromised.self,
    ])
}

extension SignatureKeyCode: ExpressibleByArgument {}

extension SignatureKey.Status: ExpressibleByArgument {}

struct CredentialKeyMake: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Makes a key: the private half into a new file, the public one is kept.",
    discussion: """
      The file is PEM of PKCS#8 without a passphrase, for its owner's eyes only. Nobody can make it again: \
      keep a copy of it where only those who sign come. With --address certificates say where they can be \
      checked.

      Example:
        luban credential key make --body UZ-TSTU --out tstu.pem \\
          --address https://tstu.example/luban
      """)

  @Option(help: "Code of the awarding body.")
  var body: PartnerCode
  @Option(help: ArgumentHelp("New file of the private key.", valueName: "file"), completion: .file())
  var out: String
  @Option(
    help: ArgumentHelp(
      "Web address at which keys and revocations will be published, printed on certificates.",
      valueName: "url"))
  var address: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let key = try SigningKey()
    try KeyFile.create(out, key)
    do {
      let made = try await office.signatures.keys.add(key.publicKey, of: body, address: address)
      try result.report(
        "Made key \(made.key), fingerprint \(made.fingerprint). The private half is in \(out).", made)
    } catch let error as LubanError {
      // Whose public half may have been kept after all is kept too.
      if case .outcomeUnknown = error { throw error }
      unlink(out)
      throw error
    }
  }
}

struct CredentialKeyList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists keys, retired ones too, as known now.",
    discussion: "Example:\n  luban credential key list --body UZ-TSTU")

  @Option(help: "Of this awarding body.")
  var body: PartnerCode?
  @Option(help: "With this status.")
  var status: SignatureKey.Status?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing { office.signatures.keys.list(body: body, status: status) }
}

struct CredentialKeyRetire: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "Retires a key: it signs nothing any more, what it signed stays good.",
    discussion: """
      Publish after it: luban credential publish.

      Examples:
        luban credential key make --body UZ-TSTU --out former.pem
        luban credential key retire UZ-TSTU/2 --reason "the year is over" --yes
      """)

  @Argument(help: "Code of the key.")
  var key: SignatureKeyCode
  @Option(help: ArgumentHelp("Its last day.", valueName: "day"))
  var on = Day.today
  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String
  @OptionGroup var confirmation: ConfirmationOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    try confirmation.confirm("Retire \(key)? It can't be taken into use again.")
    let retired = try await office.signatures.keys.retire(key, on: on, reason: reason)
    try result.report("Retired \(key): \(reason).", retired)
  }
}

struct CredentialKeyCompromised: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "compromised", abstract: "Says that others may have a private key since a day.",
    discussion: """
      It signs nothing any more. What it signed before that day stays good by the list that is published \
      next, which vouches for each of these codes; what it signed since is to be issued anew.

      Examples:
        luban credential key make --body UZ-TSTU --out lost.pem
        luban credential key compromised UZ-TSTU/3 --reason "the laptop was stolen" \\
          --yes
      """)

  @Argument(help: "Code of the key.")
  var key: SignatureKeyCode
  @Option(help: ArgumentHelp("First day on which others may have had it.", valueName: "day"))
  var on = Day.today
  @Option(help: ArgumentHelp("How.", valueName: "text"))
  var reason: String
  @OptionGroup var confirmation: ConfirmationOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    try confirmation.confirm("Is \(key) compromised? It can't be taken into use again.")
    let ended = try await office.signatures.keys.compromise(key, on: on, reason: reason)
    try result.report(
      "\(key) is compromised: \(reason). Make a new key, and publish with that now.", ended)
  }
}
