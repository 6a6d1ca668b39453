import ArgumentParser
import Luban

/// Pages of `luban help` that belong to no command: `luban help exit-codes`.
struct ExitCodesTopic: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exit-codes", abstract: "What the exit codes mean.",
    discussion: Exit.allCases.map { exit in
      let code = String(exit.rawValue)
      return String(repeating: " ", count: max(0, 4 - code.count)) + code + "  " + exit.meaning
    }.joined(separator: "\n"),
    shouldDisplay: false)

  func run() { Talk.print(Self.configuration.discussion) }
}

struct ReasonsTopic: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "reasons", abstract: "Lists the coded reasons of a change.",
    discussion: "Example:\n  luban reasons", shouldDisplay: false)

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var listing: ListingOptions

  func run(_ office: Office) async throws { try await listing.write(office.enrollments.reasons, of: office) }
}
