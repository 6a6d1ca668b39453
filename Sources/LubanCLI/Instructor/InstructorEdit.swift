import ArgumentParser
import Luban

struct InstructorEdit: EditingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes what is known of an instructor.",
    discussion: """
      Example:
        luban instructor edit UZ-TSTU/118 --email a.rakhimov@example.org \\
          --until 2027-07-01
      """)

  @Argument(help: "Partner and staff number.")
  var instructor: InstructorCode
  @OptionGroup var at: WorkshopOptions
  @Option(help: "Another staff number.")
  var number: String?
  @Option(help: "Name as they write it.")
  var name: String?
  @OptionGroup var said: InstructorOptions
  @Option(help: "What is to be emptied; may be repeated.")
  var clear: [InstructorDetails.Clearable] = []
  @OptionGroup var result: ResultOptions

  var changes: InstructorDetails {
    var changes = said.details
    (changes.number, changes.name, changes.cleared) = (number, name, Set(clear))
    return changes
  }

  func run(_ office: Office) async throws {
    let changed = try await office.instructors.edit(instructor, of: at.named, changes)
    try result.report("Changed \(changed.line).", changed)
  }
}
