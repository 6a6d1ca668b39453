import Messages
import ArgumentParser
import Luban

struct OutcomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcome", abstract: "Where graduates are 6, 12 and 36 months after completion.",
    subcommands: [
      OutcomeSurvey.self, OutcomeAdd.self, OutcomeCorrect.self, OutcomeRemove.self, OutcomeImport.self,
      OutcomeList.self,
      OutcomeRates.self,
    ])
}

extension OutcomeStatus: WordedArgument {}

/// Yes or no, where not saying it means not knowing.
enum YesNo: String, WordedArgument {
  case yes = "true"
  case no = "false"
  static var kinds: [String] { ["yes"] }
  static let allValueStrings = ["yes", "no"]
  var isYes: Bool { self == .yes }
}

/// What may be said of an outcome beside the status.
struct OutcomeOptions: ParsableArguments {
  @Option(help: "Whether the work is in the field of the program.")
  var inField: YesNo?
  @Option(help: "Employer.")
  var employer: String?
  @Option(help: "Whether the employer is Chinese-funded.")
  var chineseFunded: YesNo?
  @Option(help: ArgumentHelp("Occupation, ISCO-08, as in 4321.", valueName: "code"))
  var occupation: String?
  @Option(help: ArgumentHelp("First day of the first job after completion.", valueName: "day"))
  var jobFrom: Day?
  @Option(help: ArgumentHelp("How satisfied with the training, 5 very.", valueName: "1-5"))
  var satisfaction: Int?

  var details: OutcomeDetails {
    var details = OutcomeDetails()
    details.isInField = inField?.isYes
    details.employer = employer
    details.isChineseFunded = chineseFunded?.isYes
    details.occupation = occupation
    details.jobFrom = jobFrom
    details.satisfaction = satisfaction
    return details
  }
}

extension GraduateOutcome {
  /// The end of a sentence on it.
  var line: Message {
    let field: Message = isInField.map { $0 ? ", in the field" : ", not in the field" } ?? ""
    return "\(student) \(name) of \(cohort) at \(months) months: \(status.said)\(field) (\(answeredOn))."
  }
}
