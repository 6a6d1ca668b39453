import ArgumentParser
import Luban

struct ResultImport: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters marks from a file: a list of any source, or a mark sheet.",
    discussion: """
      A line is an attempt: who, course, mark, day. Marks are read in any word of their scale; an empty one \
      is never a zero. What Luban knows otherwise of the same day is changed with --update only.

      A mark sheet, written by luban result sheet, says what the last attempt came to. A line that was left \
      as it went out changes nothing; a mark that was changed here since, to something else, is a conflict.

      Example:
        luban result sheet UZ-TAS-LOG-2022A/LOG-110 --output marks.csv
        luban result import marks.csv --dry-run
      """)

  @OptionGroup var file: ImportOptions
  @Option(help: "Workshop of the lines that name neither workshop nor cohort.")
  var workshop: WorkshopCode?
  @Option(help: "Cohort of the lines that name none.")
  var cohort: CohortCode?
  @Option(help: "Course of the lines that name none.")
  var course: CourseCode?
  @Option(help: ArgumentHelp("Day of the exam of the lines that name none.", valueName: "day"))
  var on: Day?
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var request = file.request(.results)
    request.workshop = workshop
    request.cohort = cohort
    request.gradedCourse = course
    request.gradedOn = on
    try await file.run(request, office, result)
  }
}
