import ArgumentParser
import Luban

struct EnrollmentChanges: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes", abstract: "Lists what was recorded of enrollments between two times.",
    discussion: """
      By the time of recording, whatever day it holds for: what a report of --known-at differs by from one \
      of today. A correction is an event of its own, and names the one that it takes back.

      Examples:
        luban enrollment changes --cohort UZ-TAS-LOG-2026A --since 2026-10-05
        luban enrollment changes --workshop UZ-TAS \\
          --since 2026-10-05T00:00+05:00 --until 2026-11-05T00:00+05:00
      """)

  @OptionGroup var place: WorkshopOptions
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @Option(help: "Of this student.")
  var student: StudentReference?
  @Option(help: ArgumentHelp("Recorded after this time, or on this day or later.", valueName: "time"))
  var since: String?
  @Option(help: ArgumentHelp("Recorded by this time, or by the end of this day.", valueName: "time"))
  var until: String?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    office.enrollments.changes(
      workshop: place.named, cohort: cohort, student: student,
      since: try await time(since.map(fromTheStart), office),
      until: try await time(until, office))
  }

  /// A day begins with its first moment, where what ends with it ends with its last.
  private func fromTheStart(of text: String) -> String { Day(text) == nil ? text : text + " 00:00" }

  private func time(_ text: String?, _ office: Office) async throws -> KnownTime? {
    guard let text else { return nil }
    return try await office.knownMoment(text).time
  }
}
