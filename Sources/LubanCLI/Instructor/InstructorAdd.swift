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
  @Option(help: ArgumentHelp("Name in the passport.", valueName: "name"))
  var latin: String?
  @Option(help: ArgumentHelp("Chinese name.", valueName: "name"))
  var chinese: String?
  @Option(help: ArgumentHelp("E-mail address.", valueName: "address"))
  var email: String?
  @Option(help: ArgumentHelp("Telephone number.", valueName: "number"))
  var phone: String?
  @Option(help: ArgumentHelp("First day at the workshop; today unless given.", valueName: "day"))
  var since: Day?
  @Option(help: ArgumentHelp("First day no longer at it.", valueName: "day"))
  var until: Day?
  @Option(
    help: ArgumentHelp("Course they may teach from their first day on; may be repeated.", valueName: "course")
  )
  var certified: [CourseCode] = []
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var new = NewInstructor(
      code: instructor, workshop: try workshop.required(), name: name, since: since ?? .today)
    new.latinName = latin
    new.chineseName = chinese
    new.email = email
    new.phone = phone
    new.until = until
    new.courses = certified
    let added = try await office.instructors.add(new)
    let courses = added.certifications.map(\.course.rawValue).joined(separator: ", ")
    try result.report("Added \(added.line)\(courses.isEmpty ? "" : ", certified for \(courses)").", added)
  }
}
