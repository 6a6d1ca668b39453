import ArgumentParser
import Luban

struct ProgramNewEdition: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-edition",
    abstract: "Makes a new edition of a program like an earlier one, to be changed then.",
    discussion: """
      Curriculum, electives, stages and certificates are copied, but for courses that were retired since.

      Example:
        luban program new-edition LOG 2026 --from 2024
      """)

  @Argument(help: "Code of the program.")
  var code: ProgramCode
  @Argument(help: "Label of the new edition.")
  var edition: String
  @Option(help: ArgumentHelp("The edition to copy; the latest unless given.", valueName: "label"))
  var from: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let copy = try await office.programs.newEdition(edition, of: code, from: from)
    let leftOut = copy.leftOut.map(\.rawValue).joined(separator: ", ")
    let made = copy.edition
    try result.report(
      """
      Made \(code) \(made.edition) from \(copy.from): \(count: made.curriculum.count, "course")\
      \(leftOut.isEmpty ? "" : "; left out as retired: \(leftOut)").
      """, copy)
    let partners = made.stages.map(\.partner) + made.certificates.map(\.partner)
    try await office.tellInactive(.named(partners.compactMap(\.self)), isQuiet: result.isQuiet)
  }
}
