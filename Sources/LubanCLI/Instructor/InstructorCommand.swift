import Messages
import ArgumentParser
import Luban

struct InstructorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instructor",
    abstract: "Instructors: who teaches, what they may teach, the training they had.",
    discussion: "An instructor is named by partner and staff number, as in UZ-TSTU/117.",
    subcommands: [
      InstructorAdd.self, InstructorList.self, LessonHours.self, InstructorShow.self,
      InstructorEdit.self, InstructorCertify.self, InstructorTrain.self, InstructorImport.self,
      InstructorCertifyImport.self,
      InstructorTrainImport.self,
    ])
}

extension InstructorCode: ExpressibleByArgument {}

extension InstructorDetails.Clearable: ExpressibleByArgument {}

/// What may be said of a new instructor and of one that is changed.
struct InstructorOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Name in the passport.", valueName: "name"))
  var latin: String?
  @Option(help: ArgumentHelp("Chinese name.", valueName: "name"))
  var chinese: String?
  @Option(help: ArgumentHelp("E-mail address.", valueName: "address"))
  var email: String?
  @Option(help: ArgumentHelp("Telephone number.", valueName: "number"))
  var phone: String?
  @Option(help: ArgumentHelp("First day at the workshop; of a new one today unless given.", valueName: "day"))
  var since: Day?
  @Option(help: ArgumentHelp("First day no longer at it.", valueName: "day"))
  var until: Day?

  var details: InstructorDetails {
    InstructorDetails {
      ($0.latinName, $0.chineseName, $0.email, $0.phone) = (latin, chinese, email, phone)
      ($0.since, $0.until) = (since, until)
    }
  }
}

extension Instructor {
  /// Who it is, in one line.
  var line: Message { "\(code) \(name) at \(workshop)" }
}
