import ArgumentParser
import Glibc

/// Parses the command line, runs the command, and turns whatever happened into words and an exit code.
@main
enum Main {
  static func main() async {
    // A closed pipe is noticed by write(2), and ends the program quietly.
    signal(SIGPIPE, SIG_IGN)
    do {
      try await Interruption.cancelling {
        var command = try await TypedDays.parse()
        if let error = RepeatedOption.error(in: Speech.arguments) { throw error }
        // Rows of a cohort or a class are those of its own workshop, whichever one somebody else works in.
        let isElsewhere = command is any ListingCommand && GivenOptions.nameAPlace(command)
        try await WorkshopOptions.$ofEnvironment.withValue(isElsewhere ? nil : WorkshopOptions.ofEnvironment)
        {
          if var asynchronous = command as? any AsyncParsableCommand {
            try await asynchronous.run()
          } else {
            try command.run()
          }
        }
      }
    } catch {
      Failure.end(error)
    }
  }
}

struct Root: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "luban",
    abstract: "Manages the courses, students, partners and language/culture modules of Luban Workshops.",
    discussion: """
      Without --dsn, LUBAN_DSN or PG* variables a private PostgreSQL is used, made on first use.
      Exit codes: luban help exit-codes. To try it: luban seed demo.
      In another language: --lang zh or --lang ru, LUBAN_LANG, or the locale.
      """,
    version: Version.text,
    groupedSubcommands: meant)

  /// The command that the command line begins with, by itself, for the parser looks through all it is given;
  /// where it begins with none, and for the pages about all of them, all.
  private static let meant: [CommandGroup] = {
    let name = Speech.arguments.first
    let named = all.lazy.flatMap(\.subcommands).first { $0.configuration.commandName == name }
    guard let named, named != ReferenceCommand.self else { return all }
    return [CommandGroup(name: "Command", subcommands: [named])]
  }()

  static let all = [
    CommandGroup(
      name: "Partners",
      subcommands: [
        PartnerCommand.self, CityCommand.self, AgreementCommand.self, WorkshopCommand.self,
        HolidayCommand.self, BookCommand.self,
      ]),
    CommandGroup(
      name: "Teaching",
      subcommands: [
        ProgramCommand.self, CourseCommand.self, ModuleCommand.self, ScaleCommand.self,
        CohortCommand.self, InstructorCommand.self, ClassCommand.self, CalendarCommand.self,
      ]),
    CommandGroup(
      name: "Students",
      subcommands: [
        StudentCommand.self, EnrollCommand.self, EnrollmentCommand.self, ReasonsTopic.self,
        ImportCommand.self,
      ]),
    CommandGroup(
      name: "Learning record",
      subcommands: [
        AttendanceCommand.self, ResultCommand.self, LanguageCommand.self, CultureCommand.self,
        PlacementCommand.self, ProgressCommand.self, RiskCommand.self, CredentialCommand.self,
        OutcomeCommand.self,
      ]),
    CommandGroup(name: "Reports", subcommands: [ReportCommand.self, PeriodCommand.self]),
    CommandGroup(
      name: "Database",
      subcommands: [
        DatabaseCommand.self, SeedCommand.self, DoctorCommand.self, VersionCommand.self,
        ExitCodesTopic.self, ReferenceCommand.self,
      ]),
  ]
}
