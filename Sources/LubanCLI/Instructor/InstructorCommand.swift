import ArgumentParser
import Luban

struct InstructorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instructor",
    abstract: "Instructors: who teaches, what they may teach, the training they had.",
    discussion: "An instructor is named by partner and staff number, as in UZ-TSTU/117.",
    subcommands: [
      InstructorAdd.self, InstructorList.self, InstructorShow.self, InstructorEdit.self,
      InstructorCertify.self, InstructorTrain.self, InstructorImport.self, InstructorCertifyImport.self,
      InstructorTrainImport.self,
    ])
}

extension InstructorCode: ExpressibleByArgument {}

extension InstructorChanges.Clearable: ExpressibleByArgument {}

/// The workshop of an instructor, which need not be said of those who are known at one only.
struct InstructorWorkshopOptions: ParsableArguments {
  @Option(help: "Code of the workshop; needed for who is known at several.")
  var workshop: WorkshopCode?
}

extension Instructor {
  /// Who it is, in one line.
  var line: String { "\(code) \(name) at \(workshop)" }
}
