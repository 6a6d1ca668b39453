import ArgumentParser
import Luban
import Messages

struct StudentEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes what is known of a student; how it was before is kept.",
    discussion: """
      Who takes another name keeps the former one, with the day of the change (--since; today unless \
      given), and is still found by it. A name that was wrong is replaced with --correction. \
      Where luban doctor --deep takes two people for one, --new says that they are two.

      Examples:
        luban student edit S-00001 --phone "+998 90 765-43-21" \\
          --level hsk2010:2 --clear email
        luban student edit S-00001 --full "Рахимова Нигора" --since 2026-10-01
        luban student edit S-00001 --latin "RAKHIMOVA NIGORA" --correction
      """)

  @Argument(help: "Number of the student.")
  var student: StudentReference
  @OptionGroup var workshop: WorkshopOptions
  @OptionGroup var person: PersonOptions
  @Option(
    help: ArgumentHelp(
      "Empty this: latin, chinese, gender, document, email, phone, schooling, level or consent; may be"
        + " repeated.",
      valueName: "field"))
  var clear: [StudentChanges.Field] = []
  @Option(help: ArgumentHelp("First day of a new name; today unless given.", valueName: "day"))
  var since: Day?
  @Flag(help: "The name was wrong: replace it.")
  var correction = false
  @Flag(help: "Another person than who has the same name and birth date.")
  var new = false
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if since != nil, correction {
      throw ValidationError(saying: "A name changes --since a day, or is a --correction.")
    }
    if clear.isEmpty, !new, person.details == StudentDetails() {
      throw ValidationError(saying: "Say what to change.")
    }
  }

  func run(_ office: Office) async throws {
    var changes = StudentChanges()
    changes.details = person.details
    changes.cleared = Set(clear)
    changes.isAnother = new
    changes.renaming = correction ? .correction : .since(since ?? .today)
    let changed = try await office.students.change(student, in: workshop.named, changes)
    try result.report(told(changed), changed.after)
    let namesakes = changed.namesakes.map(\.description).joined(separator: ", ")
    if !namesakes.isEmpty {
      Talk.say(
        """
        The same name and birth date: \(namesakes). If it is another person, luban student edit --new says so.
        """, isQuiet: result.isQuiet)
    }
  }

  /// What became of each field; a name of a day to come is not there yet, another person is told by none.
  private func told(_ changed: ChangedStudent) -> Message {
    let who: Message = "\(changed.after.reference) \(changed.after.fullName)"
    let catalog = Speech.catalog
    let fields = changed.differences.map { column, before, after in
      let values = [before, after].map { $0.map { catalog.word($0) } ?? "–" }
      return catalog.label(catalog.heading(of: column, in: "")) + " \(values[0]) → \(values[1])"
    }
    if !fields.isEmpty { return "Changed \(who): \(fields.joined(separator: "; "))." }
    return new || since != nil
      ? "Changed \(who)." : "Nothing was changed of \(who): it was so already."
  }
}
