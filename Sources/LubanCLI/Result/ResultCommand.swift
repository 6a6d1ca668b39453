import Messages
import ArgumentParser
import Luban

struct ResultCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "result", abstract: "Results: attempts at courses, and what was learned elsewhere.",
    subcommands: [
      ResultAdd.self, ResultRecognize.self, ResultTransfer.self, ResultCorrect.self, ResultRemove.self,
      ResultList.self, ResultShow.self, ResultRates.self, ResultSheet.self, ResultImport.self,
    ])
}

extension ResultKind: WordedArgument {}

/// Whose result in which course a command is about.
struct ResultArguments: ParsableArguments {
  @Argument(help: "Number of the student.")
  var student: StudentReference
  @Argument(help: "Code of the course.")
  var course: CourseCode
  @Option(help: "Code of the cohort; needed where the student is in several.")
  var cohort: CohortCode?
  @OptionGroup var workshop: WorkshopOptions

  var reference: ResultReference {
    ResultReference(student, course, cohort: cohort, workshop: cohort == nil ? workshop.named : nil)
  }
}

extension CourseResult {
  /// The result in words: `S-00001 in UZ-TAS-LOG-2026A/LOG-110: 5 on cis5, passed, attempt 1 of 2026-10-20`.
  var line: Message {
    """
    \(student) in \(cohort)/\(course): \(mark) on \(scale), \(passed ? "passed" : "not passed"), \
    attempt \(attempt) on \(gradedOn)
    """
  }
}
