import ArgumentParser
import Luban

struct StudentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "student", abstract: "Students: people who learn.",
    subcommands: [
      StudentAdd.self, StudentFind.self, StudentShow.self, StudentEdit.self, StudentList.self,
      StudentImport.self, StudentExport.self,
    ])
}

extension Gender: WordedArgument {}
extension StudentChanges.Field: ExpressibleByArgument {}

extension IdentityDocument: ExpressibleByArgument {
  /// Reads it as people type it.
  public init?(argument: String) { self.init(argument) }
}
