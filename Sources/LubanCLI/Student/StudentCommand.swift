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

extension Gender: ExpressibleByArgument {
  /// Reads the word or its first letter.
  public init?(argument: String) {
    let word = argument.lowercased()
    guard let found = Self.allCases.first(where: { $0.rawValue == word || $0.rawValue.prefix(1) == word })
    else {
      return nil
    }
    self = found
  }
}
extension StudentChanges.Field: ExpressibleByArgument {}

extension IdentityDocument: ExpressibleByArgument {
  /// Reads it as people type it.
  public init?(argument: String) { self.init(argument) }
}
