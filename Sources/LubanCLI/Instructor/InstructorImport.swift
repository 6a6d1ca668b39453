import ArgumentParser
import Luban

struct InstructorImport: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters instructors from a file, with the courses they may teach.",
    discussion: """
      luban import template instructors lists the headers. Who is known stays as they are, but for --update; \
      an empty cell says nothing.

      Example:
        printf '%s\\n' instructor,full_name,certified_for \\
          'UZ-TSTU/119,Юсупова Лола,LOG-105;LOG-110' > staff.csv
        luban instructor import staff.csv --workshop UZ-TAS --on 2022-09-01
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportWorkshopOptions
  @Option(help: ArgumentHelp("First day of those whose line names none.", valueName: "day"))
  var on = Day.today
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var request = lines.request(file.request(.instructors))
    request.day = on
    try await file.run(request, office, result)
  }
}

struct InstructorCertifyImport: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify-import", abstract: "Certifies instructors for courses from a file, or ends that.",
    discussion: """
      A line an instructor and course; luban import template certifications lists the columns. A \
      certification that is there stays as it is; with --update it ends on the day the file says, which \
      may be the first day of another one.

      Example:
        printf 'instructor,course,since,certificate\\n%s\\n' \\
          'UZ-TSTU/118,LOG-105,2022-09-01,order 15-k' > certified.csv
        luban instructor certify-import certified.csv --workshop UZ-TAS
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportWorkshopOptions
  @Option(
    help: ArgumentHelp(
      "First day of the new ones whose line names none; today unless given.", valueName: "day"))
  var on = Day.today
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var request = lines.request(file.request(.certifications))
    request.day = on
    try await file.run(request, office, result)
  }
}

struct InstructorTrainImport: ImportingCommand {
  static let form = ImportForm.trainings
  static let configuration = CommandConfiguration(
    commandName: "train-import", abstract: "Enters trainings that instructors had from a file.",
    discussion: """
      A line an instructor and training; luban import template trainings lists the columns. The one of that \
      title and first day stays as it is, but for --update; an empty cell says nothing.

      Example:
        printf 'instructor,title,from,to,hours,given_by\\n%s,%s\\n' \\
          UZ-TSTU/118 'Drones,2023-07-03,2023-07-07,"37,5",CN-TJMC' > trained.csv
        luban instructor train-import trained.csv --workshop UZ-TAS
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportWorkshopOptions
  @OptionGroup var result: ResultOptions
}
