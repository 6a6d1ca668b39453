import ArgumentParser
import Luban

struct CourseRetire: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "Retires a course or module: it enters no curriculum any more.",
    discussion: """
      It stays in the curricula it stands in; luban program new-edition leaves it out.

      Example:
        luban course retire LOG-105 --reason "replaced by LOG-110" --on 2026-08-31
      """)

  @Argument(help: "Code of the course or module.")
  var code: CourseCode
  @Option(help: "Why.")
  var reason: String
  @Option(help: ArgumentHelp("Day it takes effect.", valueName: "day"))
  var on = Day.today
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let on = try await office.actualDay(on)
    let course = try await office.courses.retire(code, on: on, reason: reason)
    let places = course.curricula.map { "\($0.program) \($0.edition)" }.joined(separator: ", ")
    try result.report(
      places.isEmpty
        ? "Retired \(course.code) on \(on)."
        : "Retired \(course.code) on \(on); it stays in the curriculum of \(places).", course)
  }
}
