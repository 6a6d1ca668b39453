import ArgumentParser
import Luban

struct LanguageLevels: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "level",
    abstract: "Levels of a student or a cohort on a day, the gain since entry, and the target.",
    discussion: """
      A level is the highest passed and still valid in its framework: by test, by a module that ends in \
      it, or as shown at entry. The level at entry is what was shown by the intake, or in a placement test \
      until the census; where nothing is known of it, there is no gain. --known-at leaves out what was \
      recorded later.

      Examples:
        luban language level S-00001 --workshop UZ-TAS --on 2026-11-30
        luban language level --workshop UZ-TAS --level hsk2010:2
        luban language level --cohort UZ-TAS-LOG-2026A \\
          --framework hsk2010 --format csv
      """)

  @Argument(help: "Number of the student; everybody unless given.")
  var student: StudentReference?
  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "Of students with an enrollment in this cohort.")
  var cohort: CohortCode?
  @Option(help: "In this framework.")
  var framework: String?
  @Option(help: ArgumentHelp("Only who has this level or a higher one.", valueName: "framework:level"))
  var level: LanguageLevel?
  @Option(help: ArgumentHelp("The day for which they are true.", valueName: "day"))
  var on = Day.today
  @OptionGroup var known: KnownOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    var scope = LanguageLevelScope()
    scope.student = student
    scope.workshop = workshop.named
    scope.cohort = cohort
    scope.framework = framework
    scope.least = level
    scope.day = on
    scope.knownAt = try await known.orNow(office)
    return try await office.languageCertificates.levels(scope)
  }
}

struct LanguageCompare: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "What each source says a level is in the terms of CEFR.",
    discussion: """
      Sources differ, by two levels in places. Luban shows them and counts none: a target in one framework \
      is never reached by a level of another. Of a level of CEFR it lists what each source places there.

      Examples:
        luban language compare hsk2010:4
        luban language compare cefr:B1
      """)

  @Argument(help: ArgumentHelp("The level.", valueName: "framework:level"))
  var level: LanguageLevel
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    try await office.languageCertificates.comparison(of: level)
  }
}
