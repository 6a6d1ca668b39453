import ArgumentParser
import Luban

struct ClassRemove: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Removes a class that was not taught, with its sessions.",
    discussion: "Example:\n  luban class remove UZ-TAS-LOG-2026A/LOG-105")

  @Argument(help: "Cohort and course.")
  var code: ClassCode
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let removed = try await office.classes.remove(code)
    try result.report("Removed \(removed.line), with \(removed.sessionsLine).", removed)
  }
}
