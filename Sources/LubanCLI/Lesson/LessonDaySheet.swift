import ArgumentParser
import Luban
import Messages
import Tabular

struct LessonDaySheet: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "day-sheet",
    abstract: "Writes what is taught on a day, with who is to be there, to be printed.",
    discussion: """
      A page a lesson, with the students of all its cohorts and room for what is noted; HTML, or PDF where \
      Chromium is installed. What was noted already stands in it, and so does why a session is cancelled.

      Examples:
        luban class day-sheet --on 2026-09-07 --instructor UZ-TSTU/117 \\
          --output monday.html
        luban class day-sheet --on 2026-09-07 --workshop UZ-TAS --lang ru > day.html
      """)

  @Option(help: ArgumentHelp("The day.", valueName: "day"))
  var on = Day.today
  @OptionGroup var owner: SessionOwnerOptions
  @OptionGroup var file: PageOutput
  @OptionGroup var connection: ConnectionOptions

  func run(_ office: Office) async throws {
    let sheet = try await office.sessions.daySheet(on: on, owner.filter)
    try file.write(try DaySheet.page(sheet.printed))
    if sheet.lessons.isEmpty { Talk.say("Nothing is taught that day.") }
  }
}

extension DaySheet {
  /// The values of the template, in the reader's language.
  fileprivate var printed: [String: any Sendable] {
    [
      "language": Speech.catalog.language.rawValue,
      "title": ("Day sheet, \(on), \(Speech.catalog.word(weekday))" as Message).cell,
      "lessons": lessons.map(\.printed),
      "number_word": TextColumn("student").title(in: Speech.catalog),
      "name_word": TextColumn("full_name").title(in: Speech.catalog),
      "cohort_word": TextColumn("cohort").title(in: Speech.catalog),
      "mark_word": ("Attendance" as Message).cell,
      "room_word": ("Room" as Message).cell,
      "cancelled_word": ("Does not take place:" as Message).cell,
      "nobody_word": ("Nobody is enrolled that day." as Message).cell,
      "signature_word": ("Signature of the instructor" as Message).cell, "legend": Self.legend,
    ]
  }

  /// What is written for each kind of attendance: what sheets take, in the reader's language.
  private static var legend: String {
    let language = Speech.catalog.language
    return AttendanceStatus.allCases.map { status in
      let word = KindWords.word(for: status.rawValue, of: "attendance", in: language) ?? status.rawValue
      return (language == .english ? String(word.prefix(1)) : word) + " = " + status.said.cell
    }.joined(separator: ", ")
  }
}

extension DaySheet.Lesson {
  fileprivate var printed: [String: any Sendable] {
    var values: [String: any Sendable] = [
      "begins": begins.description, "ends": ends.description, "course": course.rawValue,
      "course_title": title, "workshop": workshop,
      "cohorts": cohorts.map(\.rawValue).joined(separator: ", "),
      "hours": ("\(hours.amount) hours" as Message).cell, "has_students": !students.isEmpty,
      "is_empty": students.isEmpty && cancelReason == nil,
      "has_cohorts": cohorts.count > 1,
      "students": students.enumerated().map { index, student in student.printed(index + 1) },
    ]
    (values["room"], values["instructor"], values["cancel_reason"]) = (room, instructorName, cancelReason)
    return values
  }
}

extension DaySheet.Student {
  fileprivate func printed(_ nth: Int) -> [String: any Sendable] {
    var values: [String: any Sendable] = [
      "nth": String(nth), "number": number.description, "name": name ?? "", "cohort": cohort.rawValue,
      "status": status?.said.cell ?? "",
    ]
    values["latin_name"] = latinName == name ? nil : latinName
    return values
  }
}
