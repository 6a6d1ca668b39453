import ArgumentParser
import Luban

/// Pages of `luban help` that belong to no command: `luban help exit-codes`.
struct ExitCodesTopic: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exit-codes", abstract: "What the exit codes mean.",
    discussion: list + "\n\nExample:\n  luban exit-codes",
    shouldDisplay: false)

  private static var list: String {
    Exit.allCases.map { exit in
      let code = String(exit.rawValue)
      return String(repeating: " ", count: max(0, 4 - code.count)) + code + "  "
        + exit.meaning.told(in: Speech.catalog)
    }.joined(separator: "\n")
  }

  func run() throws { try Talk.print(Self.list) }
}

struct ReasonsTopic: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "reasons", abstract: "Lists the coded reasons of a change.",
    discussion: """
      What --code of the enrollment verbs takes; a reason in words is given with --reason.

      Example:
        luban reasons
      """)

  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing { office.enrollments.reasons }
}
