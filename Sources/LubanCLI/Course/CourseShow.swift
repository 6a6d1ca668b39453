import Messages
import ArgumentParser
import Luban
import Tabular

struct CourseShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows one course: hours, prerequisites, support, and the curricula it stands in.",
    discussion: "Example:\n  luban course show LOG-210")

  @Argument(help: "Code of the course or module.")
  var code: CourseCode
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let course = try await office.courses.show(code)
    try show.write(course) { fields in
      fields.section("Course \(course.code)")
      fields.add(course)
    }
  }
}

extension Fields {
  /// What there is to say of a course, and the curricula it stands in.
  mutating func add(_ course: Course) {
    add("Kind", course.kind.said)
    add("Titles", course.titles.line)
    if let language = course.language { add("Language", language) }
    if let level = course.level { add("Level", level.description) }
    if let theme = course.theme { add("Theme", theme) }
    add("Hours", "\(course.theory.amount) theory, \(course.practice.amount) practice")
    if let credits = course.credits { add("Credits", credits.amount) }
    add("Requires", course.requires)
    add("Required by", course.requiredBy)
    add("Supports", course.supports)
    add("Supported by", course.supportedBy)
    if let day = course.retiredOn { add("Retired", "on \(day): \(course.retireReason ?? "")") }
    if course.curricula.isEmpty { return }
    section("Curricula")
    let columns = [
      TextColumn("program"), TextColumn("edition"), TextColumn("term", .trailing), TextColumn("elective"),
    ]
    add(
      TextTable(
        columns: columns,
        rows: course.curricula.map { [$0.program.rawValue, $0.edition, String($0.term), $0.electiveGroup] }))
  }

  private mutating func add(_ label: Message, _ courses: [CourseCode]) {
    if !courses.isEmpty { add(label, courses.map(\.rawValue).joined(separator: ", ")) }
  }
}
