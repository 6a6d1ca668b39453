import Messages
import ArgumentParser
import Luban

extension CountedAttempt: WordedArgument {}
extension ExcusedRule: WordedArgument {}
extension LanguageRule: WordedArgument {}
extension CompletionRuleDetails.Part: ExpressibleByArgument {}

struct ProgramRule: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: "States what an edition asks of those who complete it.",
    discussion: """
      Required courses and electives stand in the curriculum; this adds the rest. What is not named stays. \
      An edition in use can be given a rule where it has none and nobody has completed it; after that it is \
      frozen: make a new edition. Without a rule nothing is asked, and no credential issued.

      Examples:
        luban program rule LOG --attendance 80 --course-attendance 60 \\
          --language hsk2010:2 --culture-hours 40 --scale percent
        luban program rule LOG --placement-hours 240 --counted latest \\
          --excused attended --drop course-attendance
      """)

  @Argument(help: "Code of the program.")
  var code: ProgramCode
  @Option(help: ArgumentHelp("The edition; the latest unless given.", valueName: "label"))
  var edition: String?
  @Option(help: ArgumentHelp("Least attendance over all classes, in percent of hours.", valueName: "percent"))
  var attendance: Double?
  @Option(help: ArgumentHelp("Least attendance in each class, in percent.", valueName: "percent"))
  var courseAttendance: Double?
  @Option(help: ArgumentHelp("How excused absence counts; left-out unless stated.", valueName: "rule"))
  var excused: ExcusedRule?
  @Option(help: ArgumentHelp("Level to be reached.", valueName: "framework:level"))
  var language: LanguageLevel?
  @Option(
    help: ArgumentHelp(
      "Whether the level must be valid on the day, or have been reached once; valid unless stated.",
      valueName: "rule"))
  var languageCounts: LanguageRule?
  @Option(help: ArgumentHelp("Hours of culture, in classes and events.", valueName: "hours"))
  var cultureHours: Double?
  @Option(help: ArgumentHelp("Hours of placement.", valueName: "hours"))
  var placementHours: Double?
  @Option(help: ArgumentHelp("Scale of marks; luban scale list tells them.", valueName: "code"))
  var scale: String?
  @Option(help: ArgumentHelp("Which attempt at a course counts; best unless stated.", valueName: "attempt"))
  var counted: CountedAttempt?
  @Option(help: "What is asked no more; may be repeated.")
  var drop: [CompletionRuleDetails.Part] = []
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let details = CompletionRuleDetails {
      $0.attendance = attendance
      $0.courseAttendance = courseAttendance
      $0.excused = excused
      $0.language = language
      $0.languageCounted = languageCounts
      $0.cultureHours = cultureHours
      $0.placementHours = placementHours
      $0.scale = scale
      $0.countedAttempt = counted
      $0.dropped = Set(drop)
    }
    let edition = try await office.programs.state(details, of: code, edition: edition)
    let words: Message = edition.rule?.words.joined(separator: ", ") ?? "nothing"
    try result.report("\(edition.program) \(edition.edition) asks for \(words).", edition)
  }
}

extension CompletionRule {
  /// What is asked, each part in words.
  var words: [Message] {
    var words: [Message] = ["all required courses and electives"]
    if let attendance {
      words.append("attendance of \(attendance.amount) % (excused: \(excused.said))")
    }
    if let courseAttendance { words.append("\(courseAttendance.amount) % in each class") }
    if let language {
      words.append(
        languageCounted == .once ? "language \(language), reached once" : "language \(language)")
    }
    if let cultureHours { words.append("\(cultureHours.amount) hours of culture") }
    if let placementHours { words.append("\(placementHours.amount) hours of placement") }
    if let scale {
      words.append("marks on the scale \(scale), the \(countedAttempt.said) attempt counts")
    } else {
      words.append("marks only in courses with a scale of their own; --scale names one for the others")
    }
    return words
  }
}
