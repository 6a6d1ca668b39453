import ArgumentParser
import Luban

/// What listing and exporting students share: which ones.
struct StudentFilterOptions: ParsableArguments {
  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "With an enrollment in this cohort.")
  var cohort: CohortCode?
  @Option(help: ArgumentHelp("Of this country, by two letters.", valueName: "alpha-2"))
  var nationality: String?
  @Option(help: "With an enrollment in this state: in the cohort, if one is named.")
  var state: EnrollmentState?

  var filter: StudentFilter {
    var filter = StudentFilter()
    filter.workshop = workshop.named
    filter.cohort = cohort
    filter.nationality = nationality
    filter.state = state
    return filter
  }
}

struct StudentList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists students, as known now.",
    discussion: "Example:\n  luban student list --workshop UZ-TAS --nationality UZ --sort birth_date")

  @OptionGroup var students: StudentFilterOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    try await office.students.list(students.filter)
  }
}

struct StudentExport: ListingCommand {
  static let form = OutputFormat.csv
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes students, as known now, as a file that can be imported again.",
    discussion: """
      The columns are those of an import, and CSV is written unless --format says otherwise.

      Example:
        luban student export --workshop UZ-TAS --output students.csv
      """)

  @OptionGroup var students: StudentFilterOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    try await office.students.export(students.filter)
  }
}
