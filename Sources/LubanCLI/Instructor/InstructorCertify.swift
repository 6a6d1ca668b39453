import ArgumentParser
import Luban

struct InstructorCertify: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify", abstract: "Certifies an instructor for courses, or ends that.",
    discussion: """
      With --end the certification holds no longer from --on; one that would begin later is taken back.

      Examples:
        luban instructor certify UZ-TSTU/117 LOG-210 LOG-310 \\
          --since 2022-09-01 --certificate "order 14-k"
        luban instructor certify UZ-TSTU/117 LOG-310 --end --on 2027-01-01
      """)

  @Argument(help: "Partner and staff number.")
  var instructor: InstructorCode
  @Argument(help: "Codes of the courses.")
  var courses: [CourseCode]
  @OptionGroup var at: WorkshopOptions
  @Option(help: ArgumentHelp("First day on which they may teach them; today unless given.", valueName: "day"))
  var since: Day?
  @Option(help: ArgumentHelp("First day on which they may no longer.", valueName: "day"))
  var until: Day?
  @Option(help: ArgumentHelp("Certificate or decision it rests on.", valueName: "text"))
  var certificate: String?
  @Flag(help: "End the certification.")
  var end = false
  @Option(help: ArgumentHelp("First day on which it holds no longer; today unless given.", valueName: "day"))
  var on: Day?
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if courses.isEmpty { throw ValidationError(saying: "Name a course.") }
    if end, since != nil || until != nil || certificate != nil {
      throw ValidationError(saying: "--end goes with --on, not with --since, --until and --certificate.")
    }
    if !end, on != nil { throw ValidationError(saying: "--on goes with --end.") }
  }

  func run(_ office: Office) async throws {
    let names = courses.map(\.rawValue).joined(separator: ", ")
    if end {
      let changed = try await office.instructors.endCertification(
        instructor, of: at.named, for: courses, on: on ?? .today)
      try result.report("\(changed.line) is no longer certified for \(names) from \(on ?? .today).", changed)
    } else {
      let changed = try await office.instructors.certify(
        instructor, of: at.named, for: courses, since: since ?? .today, until: until,
        certificate: certificate)
      try result.report("\(changed.line) is certified for \(names) from \(since ?? .today).", changed)
    }
  }
}
