import ArgumentParser
import Luban

struct StudentImport: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters people from a file.",
    discussion: """
      Headers may be in any order, in English, Chinese or Russian; luban import template people lists them. \
      All lines are checked before any is written, and all are written or none, but for --skip-invalid. \
      People known already are left alone, but for --update. A line that may be somebody known is refused, \
      and answered in the column same_as. luban enroll import takes people with their enrollments.

      Examples:
        luban seed people --students 100 --output people.csv
        luban student import people.csv --workshop UZ-TAS --dry-run
        luban student export --workshop UZ-TAS --output list.xlsx
        luban student import list.xlsx --workshop UZ-TAS --sheet Luban
        luban student import people.csv --workshop UZ-TAS --update \\
          --result result.csv
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var place: WorkshopOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var request = file.request(.people)
    let workshop = place.named
    request.workshop = workshop
    Talk.say(
      "\(file.file) into \(workshop.map { "workshop \($0)" } ?? "the workshops its lines name").",
      isQuiet: result.isQuiet)
    try await file.run(request, office, result)
  }
}
