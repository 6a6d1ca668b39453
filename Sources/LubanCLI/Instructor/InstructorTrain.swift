import Messages
import ArgumentParser
import Luban
import Tabular

struct InstructorTrain: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Enters a training that instructors had.",
    discussion: """
      One training of many instructors is entered at once. --correct gives the one of that title and first \
      day the last day, hours and partner named here; --remove removes it.

      Examples:
        luban instructor train UZ-TSTU/117 --title "Teaching by EPIP" \\
          --from 2022-07-04 --to 2022-07-15 --hours 80 --by CN-TJMC \\
          --place Tianjin
        luban instructor train UZ-TSTU/117 --title "Teaching by EPIP" \\
          --from 2022-07-04 --to 2022-07-22 --hours 120 --by CN-TJMC --correct
      """)

  @Argument(help: "Partner and staff number of each.")
  var instructors: [InstructorCode]
  @OptionGroup var at: WorkshopOptions
  @Option(help: "What it was.")
  var title: String
  @Option(help: ArgumentHelp("First day.", valueName: "day"))
  var from: Day
  @Option(help: ArgumentHelp("Last day; the first unless given.", valueName: "day"))
  var to: Day?
  @Option(help: "Hours of training of each.")
  var hours: Double?
  @Option(help: ArgumentHelp("Partner that gave it.", valueName: "partner"))
  var by: PartnerCode?
  @Option(help: "Where it was held.")
  var place: String?
  @Flag(help: "It was not completed.")
  var notCompleted = false
  @Flag(help: "Correct the one that is there.")
  var correct = false
  @Flag(help: "Remove the one that is there.")
  var remove = false
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if instructors.isEmpty { throw ValidationError(saying: "Name an instructor.") }
    if remove, to != nil || hours != nil || by != nil || place != nil || notCompleted || correct {
      throw ValidationError(saying: "--remove goes with --title and --from only.")
    }
    if !remove, hours == nil { throw ValidationError(saying: "Give --hours.") }
  }

  func run(_ office: Office) async throws {
    guard let hours else {
      let changed = try await office.instructors.removeTraining(
        instructors, of: at.named, titled: title, from: from)
      try result.report("Removed \(title) from \(names(changed)).", changed)
      return
    }
    let training = Training(
      title: title, from: from, to: to ?? from, hours: hours, givenBy: by, place: place,
      isCompleted: !notCompleted)
    let changed = try await office.instructors.train(
      instructors, of: at.named, training, corrects: correct)
    try result.report(
      correct
        ? "Corrected \(title), \(hours.amount) hours, for \(names(changed))."
        : "Entered \(title), \(hours.amount) hours, for \(names(changed)).", changed)
  }

  private func names(_ changed: [Instructor]) -> Message {
    changed.count == 1 ? changed[0].line : "\(count: changed.count, "instructor")"
  }
}
