import ArgumentParser
import Luban
import Tabular

struct ClassShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one class.",
    discussion: "Example:\n  luban class show UZ-TAS-LOG-2026A/LOG-105")

  @Argument(help: "Cohort and course.")
  var code: ClassCode
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let found = try await office.classes.show(code)
    try show.write(found) { fields in
      fields.section("Class \(found.code)")
      fields.add("Course", found.title)
      fields.add("Term", String(found.term))
      fields.add("Days", "\(found.from) to \(found.to)")
      fields.add(
        "Instructor", found.instructor.map { "\($0) \(found.instructorName ?? "")" } ?? "nobody yet")
      if let room = found.room { fields.add("Room", room) }
      fields.add("Sessions", found.sessionsLine)
      if let first = found.sessions.firstOn, let last = found.sessions.lastOn {
        fields.add("First and last", "\(first), \(last)")
      }
    }
  }
}
