import ArgumentParser
import Luban

struct ResultImport: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Enters results from a file: marks, what was learned elsewhere, a mark sheet.",
    discussion: """
      A line is an attempt: who, course, mark, day. Marks are read in any word of their scale; an empty one \
      is never a zero. What Luban knows otherwise of the same day is changed with --update only.

      A mark sheet, written by luban result sheet, says what the last attempt came to. A line that was left \
      as it went out changes nothing; a mark that was changed here since, to something else, is a conflict.

      Evidence makes a recognition of prior learning of a line, partner and agreement a transfer of credit: \
      in the columns evidence, from_partner and agreement, or for all lines by the options.

      Examples:
        luban result sheet UZ-TAS-LOG-2022A/LOG-110 --output marks.csv
        luban result import marks.csv --dry-run
        printf 'student,course,mark\\nS-00008,LOG-310,87\\n' > credits.csv
        luban result import credits.csv --from CN-TJMC --agreement LW-2022-02 \\
          --scale percent --on 2023-06-30 --cohort UZ-TAS-LOG-2022A
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var place: ImportPlaceOptions
  @Option(help: "Course of the lines that name none.")
  var course: CourseCode?
  @Option(help: ArgumentHelp("Day of the exam of the lines that name none.", valueName: "day"))
  var on: Day?
  @Option(help: "What prior learning rests on, which is recognized in the lines that do not say it.")
  var evidence: String?
  @Option(help: ArgumentHelp("Partner that credit comes from where a line names none.", valueName: "partner"))
  var from: PartnerCode?
  @Option(help: ArgumentHelp("Agreement it is transferred under.", valueName: "number"))
  var agreement: AgreementCode?
  @Option(help: ArgumentHelp("Scale of the marks; that of the course unless given.", valueName: "code"))
  var scale: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var request = place.request(file.request(.results))
    request.gradedCourse = course
    request.gradedOn = on
    request.learnedElsewhere = LearnedElsewhere(
      evidence: evidence, from: from, agreement: agreement, scale: scale)
    try await file.run(request, office, result)
  }
}
