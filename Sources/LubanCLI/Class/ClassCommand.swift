import Messages
import ArgumentParser
import Luban
import Tabular

struct ClassCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "class", abstract: "Classes: courses taught to cohorts, and their sessions.",
    discussion: "A class is named by cohort and course, as in UZ-TAS-LOG-2026A/LOG-210.",
    subcommands: [
      ClassAdd.self, ClassPlanTerm.self, ClassList.self, ClassShow.self, ClassEdit.self, SessionSchedule.self,
      SessionImport.self, SessionList.self, SessionMove.self, SessionCancel.self, LessonClashes.self,
      LessonRooms.self, LessonDaySheet.self, ClassRemove.self,
    ])
}

extension ClassCode: ExpressibleByArgument {
  /// The codes that there are.
  public static var defaultCompletionKind: CompletionKind { Completing.codes(codes) }
}

extension TimeOfDay: ExpressibleByArgument {}

extension WeeklyTime: ExpressibleByArgument {
  /// Reads it as people type it.
  public init?(argument: String) { self.init(argument) }
}

extension ClassDetails.Clearable: ExpressibleByArgument {}

extension Class {
  /// What it is, in one line.
  var line: Message {
    let teacher = instructorName.map { ", \($0)" } ?? ""
    let place: Message = room.map { ", room \($0)" } ?? ""
    return "\(code) \(title): term \(term), \(from) to \(to)\(teacher)\(place)"
  }

  /// Its sessions, in a few words.
  var sessionsLine: Message {
    let cancelled: Message = sessions.cancelled > 0 ? ", \(sessions.cancelled) cancelled" : ""
    return """
      \(count: sessions.count, "session")\(cancelled), \(sessions.hours.amount) of \(courseHours.amount) hours
      """
  }
}

extension Session {
  /// When it is, in a few words.
  var line: Message {
    let place: Message = room.map { ", room \($0)" } ?? ""
    let teacher = instructor.map { ", \($0)" } ?? ""
    return "\(taughtClass) on \(on) at \(begins)-\(ends)\(place)\(teacher)"
  }
}
