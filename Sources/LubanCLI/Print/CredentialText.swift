import ArgumentParser
import Luban
import Tabular

extension SupplementItem: ListedArgument {
  /// The codes as they are typed.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

struct CredentialText: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Shows, sets or drops what an awarding body says in supplements.",
    discussion: """
      A supplement asks for more than Luban records: what the awarding body is by law (status, authority, \
      basis), what graduates can do (skills, occupations), where the certificate leads (studies, \
      profession), the national system of education (system), the title in other languages (title), where \
      more is found (sources), and what else there is to say (more). What is not said is printed as not \
      recorded. A text of a program goes before that of all. Texts stand in the languages of the page; \
      "$(cat file)" takes a long one from a file.

      Examples:
        luban credential text --partner UZ-TSTU
        luban credential text status --partner UZ-TSTU \\
          --set "en=State university" --set "ru=Государственный университет"
        luban credential text studies --partner UZ-TSTU --program LOG \\
          --set "en=Gives access to bachelor programs."
        luban credential text studies --partner UZ-TSTU --program LOG --drop
      """)

  @Argument(help: "What it says; all that is said unless given.")
  var item: SupplementItem?
  @Option(help: "Code of the awarding body.")
  var partner: PartnerCode
  @Option(help: "Code of the program it is about; all unless given.")
  var program: ProgramCode?
  @Option(
    help: ArgumentHelp("Text, with its language unless English; may be repeated.", valueName: "zh=text"))
  var set: [TitleArgument] = []
  @Flag(help: "Say nothing of it any more.")
  var drop = false
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    if drop && !set.isEmpty { throw ValidationError(saying: "Give --set or --drop, not both.") }
    if item == nil && (drop || !set.isEmpty) {
      throw ValidationError(saying: "--set and --drop go with what is said, as in status.")
    }
  }

  func run(_ office: Office) async throws {
    if let item, drop {
      try await office.credentials.dropText(item, of: partner, program: program)
      return Talk.say("\(partner) does not say \(item.rawValue) any more.")
    }
    if let item, !set.isEmpty {
      try await office.credentials.setText(item, of: partner, program: program, to: Titles(set))
      return Talk.say("\(partner) says \(item.rawValue).")
    }
    let sink = ByteSink.standardOutput()
    for text in try await office.credentials.texts(of: partner)
    where (item == nil || text.item == item) && (program == nil || text.program == program) {
      let about = [text.item.rawValue, text.program?.rawValue].compactMap(\.self).joined(separator: " ")
      for (language, words) in text.texts.byLanguage.sorted(by: { $0.key < $1.key }) {
        try sink.write("\(about) \(language)=\(words)\n")
      }
    }
    try sink.flush()
  }
}
