import ArgumentParser
import Luban

struct InstructorEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes what is known of an instructor.",
    discussion: """
      Example:
        luban instructor edit UZ-TSTU/118 --email a.rakhimov@example.org \\
          --until 2027-07-01
      """)

  @Argument(help: "Partner and staff number.")
  var instructor: InstructorCode
  @OptionGroup var at: InstructorWorkshopOptions
  @Option(help: "Another staff number.")
  var number: String?
  @Option(help: "Name as they write it.")
  var name: String?
  @Option(help: ArgumentHelp("Name in the passport.", valueName: "name"))
  var latin: String?
  @Option(help: ArgumentHelp("Chinese name.", valueName: "name"))
  var chinese: String?
  @Option(help: ArgumentHelp("E-mail address.", valueName: "address"))
  var email: String?
  @Option(help: ArgumentHelp("Telephone number.", valueName: "number"))
  var phone: String?
  @Option(help: ArgumentHelp("First day at the workshop.", valueName: "day"))
  var since: Day?
  @Option(help: ArgumentHelp("First day no longer at it.", valueName: "day"))
  var until: Day?
  @Option(help: "What is to be emptied; may be repeated.")
  var clear: [InstructorChanges.Clearable] = []
  @OptionGroup var result: ResultOptions

  func validate() throws {
    let all = [number, name, latin, chinese, email, phone, since?.iso, until?.iso]
    if all.allSatisfy({ $0 == nil }), clear.isEmpty { throw ValidationError("Say what to change.") }
  }

  func run(_ office: Office) async throws {
    var changes = InstructorChanges()
    changes.number = number
    changes.name = name
    changes.latinName = latin
    changes.chineseName = chinese
    changes.email = email
    changes.phone = phone
    changes.since = since
    changes.until = until
    changes.cleared = Set(clear)
    let changed = try await office.instructors.edit(instructor, of: at.workshop, changes)
    try result.report("Changed \(changed.line).", changed)
  }
}
