import ArgumentParser
import Luban

struct CourseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course", abstract: "Courses: the units of teaching that curricula are made of.",
    discussion: "Language and culture modules are courses of their kind; luban module adds and lists them.",
    subcommands: [
      CourseAdd.self, CourseList.self, CourseShow.self, CourseEdit.self, CourseRetire.self, CourseImport.self,
    ])
}

extension CourseKind: WordedArgument {}
extension Retirement: ExpressibleByArgument {}

struct CourseImport: ImportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters courses, language and culture modules among them, from a file.",
    discussion: """
      A line is a course: course, kind, title, title_zh, title_ru, theory, practice, credits, requires and \
      so on; luban import template courses lists the headers. What a course requires may stand in the file, \
      before it or after. Sent again nothing changes; --update takes over what differs.

      Example:
        printf '%s\\n' course,title,title_zh,theory,practice,requires \\
          LOG-410,Freight,货运,32,32,LOG-110 \\
          'LOG-420,Customs,报关,16,16,LOG-410; LOG-110' > courses.csv
        luban course import courses.csv
      """)

  static let form = ImportForm.courses
  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportAnyOptions
  @OptionGroup var result: ResultOptions
}
