import ArgumentParser
import Luban

struct AttendanceList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists what was noted, a row a student and session, as known now.",
    discussion: """
      Example:
        luban attendance list --cohort UZ-TAS-LOG-2022A --status absent \\
          --from 2022-09-01 --to 2022-09-30
      """)

  @OptionGroup var place: WorkshopOptions
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @Option(name: .customLong("class"), help: ArgumentHelp("Of this class.", valueName: "cohort/course"))
  var taughtClass: ClassCode?
  @Option(help: "Of this student.")
  var student: StudentReference?
  @Option(help: ArgumentHelp("On this day or later.", valueName: "day"))
  var from: Day?
  @Option(help: ArgumentHelp("On this day or earlier.", valueName: "day"))
  var to: Day?
  @Option(help: ArgumentHelp("Only these; may be repeated.", valueName: "present|late|excused|absent"))
  var status: [AttendanceStatus] = []
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.attendance.list(
      workshop: place.named, cohort: cohort, taughtClass: taughtClass, student: student, from: from, to: to,
      statuses: status)
  }
}

struct AttendanceShow: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows the attendance of a class, its sessions side by side.",
    discussion: """
      p is present, l late, e excused, a absent; empty is what was not noted. For a spreadsheet with whole \
      words: --format csv, or luban attendance sheet.

      Example:
        luban attendance show UZ-TAS-LOG-2022A/LOG-105 --from 2022-09-01 \\
          --to 2022-09-30
      """)

  @Argument(help: ArgumentHelp("Cohort and course.", valueName: "class"))
  var taughtClass: ClassCode
  @Option(help: ArgumentHelp("Sessions on this day or later.", valueName: "day"))
  var from: Day?
  @Option(help: ArgumentHelp("Sessions on this day or earlier.", valueName: "day"))
  var to: Day?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    let language = listing.isForPeople() ? Speech.catalog.language : .english
    // Where the reader's words are not as short themselves.
    let isShort = listing.isTable && [.english, .pseudo].contains(language)
    let grid = try await office.attendance.grid(
      taughtClass, from: from, to: to, isShort: isShort, in: language)
    return grid.listing
  }
}
