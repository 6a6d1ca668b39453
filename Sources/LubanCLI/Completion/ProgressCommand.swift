import ArgumentParser
import Luban

struct ProgressCommand: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "How far students are in what their program asks: each part, done or missing.",
    discussion: """
      Of one student every part of the rule is shown, of a cohort a line for each student. \
      luban program rule states the rule, luban risk tells who will probably not complete.

      Examples:
        luban progress S-00006 --workshop UZ-TAS
        luban progress --cohort UZ-TAS-LOG-2022A --format csv
      """)

  @Argument(help: "Number of the student; without it a cohort or workshop is listed.")
  var student: StudentReference?
  @OptionGroup var options: CompletionOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    var scope = options.scope
    scope.knownAt = try await options.figures.moment(office)
    guard let student else { return office.completions.list(scope) }
    return try await office.completions.parts(of: student, scope)
  }
}
