import ArgumentParser
import Luban

struct InstructorAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds an instructor to a workshop.",
    discussion: """
      Example:
        luban instructor add UZ-TSTU/118 --workshop UZ-TAS \\
          --name "Рахимов Алишер" --latin "RAKHIMOV ALISHER" \\
          --since 2022-09-01 --certified LOG-110 --certified LOG-210
      """)

  @Argument(help: "Partner and staff number.")
  var instructor: InstructorCode
  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "Name as they write it.")
  var name: String
  @OptionGroup var said: InstructorOptions
  @Option(
    help: ArgumentHelp("Course they may teach from their first day on; may be repeated.", valueName: "course")
  )
  var certified: [CourseCode] = []
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var details = said.details
    details.name = name
    let added = try await office.instructors.add(
      instructor, to: try workshop.required(), details, certifiedFor: certified)
    let courses = added.certifications.map(\.course.rawValue).joined(separator: ", ")
    try result.report("Added \(added.line)\(courses.isEmpty ? "" : ", certified for \(courses)").", added)
  }
}
