import ArgumentParser
import Luban

struct CourseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course", abstract: "Courses: the units of teaching that curricula are made of.",
    discussion: "Language and culture modules are courses of their kind; luban module adds and lists them.",
    subcommands: [CourseAdd.self, CourseList.self, CourseShow.self, CourseEdit.self, CourseRetire.self])
}

extension CourseKind: WordedArgument {}
extension Retirement: ExpressibleByArgument {}
