import Messages
import ArgumentParser
import Luban

struct CultureAttend: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "attend", abstract: "Enters who took part in a culture event.",
    discussion: """
      Students by number, or all of a cohort who were enrolled on a day of the event. They took part in all \
      of it unless --hours says otherwise. Students who break a rule are left out and listed with every \
      rule. Entered again with the same hours, nothing changes.

      Examples:
        luban culture attend CAL-2026 S-00001 S-00004 \\
          --cohort UZ-TAS-LOG-2026A --hours 4
        luban culture attend CAL-2026 --all-of UZ-TAS-LOG-2026A \\
          --except S-00001 --except S-00004
      """)

  @Argument(help: "Code of the event.")
  var code: EventCode
  @Argument(help: "Numbers of the students; or --all-of.")
  var students: [StudentReference] = []
  @Option(help: "Cohort of the students.")
  var cohort: CohortCode?
  @Option(help: ArgumentHelp("All of this cohort who were enrolled then.", valueName: "cohort"))
  var allOf: CohortCode?
  @Option(help: ArgumentHelp("Who of them was not there; may be repeated.", valueName: "student"))
  var except: [StudentReference] = []
  @Option(help: "Hours of each; those of the event unless given.")
  var hours: Double?
  @OptionGroup var result: ResultOptions

  func validate() throws {
    guard allOf != nil ? students.isEmpty && cohort == nil : !students.isEmpty && cohort != nil else {
      throw ValidationError(saying: "Name students and their --cohort, or a whole cohort with --all-of.")
    }
    if allOf == nil, !except.isEmpty { throw ValidationError(saying: "--except goes with --all-of.") }
  }

  func run(_ office: Office) async throws {
    guard let cohort = allOf ?? cohort else { return }
    let outcome = try await office.cultureEvents.attend(
      code, allOf == nil ? .students(students) : .all(except: except), of: cohort, hours: hours)
    var lines: [Message] = []
    if !outcome.entered.isEmpty {
      lines.append("\(outcome.event): entered \(words(outcome.entered)) of \(outcome.cohort).")
    }
    if !outcome.known.isEmpty {
      lines.append("\(outcome.event): known already \(words(outcome.known)) of \(outcome.cohort).")
    }
    let done: Message =
      lines.isEmpty
      ? "\(outcome.event): nobody of \(outcome.cohort) was entered." : lines.joined(separator: "\n")
    try LeftOutScreen(outcome.leftOut, of: outcome.cohort, isAll: lines.isEmpty && !outcome.leftOut.isEmpty)
      .report(done, outcome, result)
  }

  private func words(_ parts: [ParticipationOutcome.Part]) -> Message {
    parts.count > 10
      ? "\(count: parts.count, "student")"
      : parts.map { "\($0.student) (\($0.hours.amount) h)" as Message }.joined(separator: ", ")
  }
}

struct CultureCorrect: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Corrects the hours of a student in a culture event.",
    discussion: """
      With --hours 0 the student did not take part after all. What had been recorded stays for reports as \
      known earlier.

      Examples:
        luban culture correct CAL-2026 S-00001 --hours 3 --reason "left at noon"
        luban culture correct CAL-2026 S-00004 --hours 0 --reason "was ill"
      """)

  @Argument(help: "Code of the event.")
  var code: EventCode
  @Argument(help: "Number of the student.")
  var student: StudentReference
  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "Cohort, where the student took part for two.")
  var cohort: CohortCode?
  @Option(help: "The right hours; 0 takes the student out.")
  var hours: Double
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if !(hours >= 0) { throw ValidationError(saying: "--hours is a number from 0 on.") }
  }

  func run(_ office: Office) async throws {
    let event = try await office.cultureEvents.correct(
      code, of: student, in: cohort, at: workshop.named, to: hours, reason: reason)
    try result.report(
      hours == 0
        ? "\(event.code): \(student.number) did not take part."
        : "\(event.code): \(student.number) took part for \(hours.amount) hours.", event)
  }
}
