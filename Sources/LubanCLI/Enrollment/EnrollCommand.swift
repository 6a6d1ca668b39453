import ArgumentParser

struct EnrollCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enroll", abstract: "Enrolls students in a cohort, one by one or from a file.",
    subcommands: [EnrollStudents.self, EnrollImport.self], defaultSubcommand: EnrollStudents.self)
}
