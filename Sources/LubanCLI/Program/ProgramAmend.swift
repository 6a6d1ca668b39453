import ArgumentParser
import Luban

struct ProgramAmend: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Amends what the paper of an edition in use says, with a reason.",
    discussion: """
      An edition on which a cohort was opened is frozen. Its titles, and the titles and awarding bodies of \
      its certificates, can be amended: a successor awards after a merger, a misprint is mended on printing \
      day. What stood there, the day and the reason are kept, and luban program show tells them. \
      Certificates that were issued stay as they are; luban credential reissue makes a new one.

      Examples:
        luban program amend CCL --title "zh=跨境电子商务物流" --reason "a misprint"
        luban program amend CCL --certificate "host=Diploma of Logistics" \\
          --on 2026-05-04 --reason "decided by the board of 4 May"
      """)

  @Argument(help: "Code of the program.")
  var code: ProgramCode
  @Option(help: ArgumentHelp("The edition; the latest unless given.", valueName: "label"))
  var edition: String?
  @OptionGroup var titles: TitleOptions
  @OptionGroup var paper: CertificateOptions
  @Option(help: "Why.")
  var reason: String
  @Option(help: ArgumentHelp("Day on which it was decided; today unless given.", valueName: "day"))
  var on = Day.today
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if titles.titles.isEmpty && paper.certificates.isEmpty {
      throw ValidationError(saying: "What is amended? Give --title or --certificate.")
    }
  }

  func run(_ office: Office) async throws {
    var amendment = ProgramAmendment(because: reason, on: on)
    (amendment.titles, amendment.certificates) = (Titles(titles.titles), paper.certificates)
    let program = try await office.programs.amend(code, edition: edition, amendment)
    try result.report(
      "Amended \(program.code) \(program.edition.edition) \(program.edition.titles.main).", program)
    try await office.tellInactive(.named(paper.bodies), isQuiet: result.isQuiet)
  }
}
