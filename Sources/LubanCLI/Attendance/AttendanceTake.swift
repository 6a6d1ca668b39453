import Messages
import ArgumentParser
import Luban

struct AttendanceTake: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "take", abstract: "Takes the attendance of a session: all present but those named.",
    discussion: """
      Of everyone who is enrolled that day. A session is taken once; after that luban attendance correct \
      changes a student's, and luban attendance undo takes all of it back. Where several cohorts meet in one \
      lesson (the same course, time, room and instructor), all of them are taken at once.

      Examples:
        luban attendance take UZ-TAS-LOG-2022A/LOG-105 --on 2022-09-05
        luban attendance take UZ-TAS-LOG-2022A/LOG-105 --on 2022-09-12 \\
          --absent S-00006
        luban attendance take UZ-TAS-LOG-2022A/LOG-105 --on 2022-09-19 \\
          --late S-00006 --hours S-00006=1.5
      """)

  @Argument(help: ArgumentHelp("Cohort and course.", valueName: "class"))
  var taughtClass: ClassCode
  @Option(help: ArgumentHelp("Day of the session.", valueName: "day"))
  var on = Day.today
  @Option(help: ArgumentHelp("When it begins, where there are several that day.", valueName: "HH:MM"))
  var at: TimeOfDay?
  @Option(help: ArgumentHelp("Who was not there; numbers with commas.", valueName: "students"))
  var absent: [StudentNumbers] = []
  @Option(help: ArgumentHelp("Who came late.", valueName: "students"))
  var late: [StudentNumbers] = []
  @Option(help: ArgumentHelp("Who was not there and had a reason.", valueName: "students"))
  var excused: [StudentNumbers] = []
  @Option(
    help: ArgumentHelp(
      "Hours of who came late or left early, as in S-00006=1.5; others were there for all of them.",
      valueName: "student=hours"))
  var hours: [StudentHours] = []
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var call = AttendanceCall(taughtClass, on: on, at: at)
    call.absent = absent.flatMap(\.numbers)
    call.late = late.flatMap(\.numbers)
    call.excused = excused.flatMap(\.numbers)
    call.hours = Dictionary(hours.flatMap(\.hours)) { _, last in last }
    let count = try await office.attendance.take(call)
    let classes = ([count.taughtClass] + count.others).map(\.description).joined(separator: ", ")
    try result.report("\(classes) on \(count.on) at \(count.at): \(words(count)).", count)
    if count.students == 0 {
      Talk.say("Nobody was enrolled that day, so nothing was noted.", isQuiet: result.isQuiet)
    }
  }

  private func words(_ count: AttendanceCount) -> Message {
    let parts: [Message?] = [
      count.present > 0 ? "\(count.present) present" : nil, count.late > 0 ? "\(count.late) late" : nil,
      count.excused > 0 ? "\(count.excused) excused" : nil, count.absent > 0 ? "\(count.absent) absent" : nil,
    ]
    let told = parts.compactMap(\.self)
    return told.isEmpty ? "nobody" : told.joined(separator: ", ")
  }
}
