import ArgumentParser
import Luban

struct OutcomeSurvey: ListingCommand {
  static let form = OutputFormat.csv
  static let configuration = CommandConfiguration(
    commandName: "survey", abstract: "Notes a survey of a cohort's graduates and writes its mailing list.",
    discussion: """
      Asked are those who completed and whose point has come, a month early at the most; listed are those \
      of them who gave consent and have an address. Asked again later, it adds who is due since.

      Example:
        luban outcome survey UZ-TAS-LOG-2022A --months 12 --on 2026-08-01 \\
          --output survey.csv --excel
      """)

  @Argument(help: "Code of the cohort.")
  var cohort: CohortCode
  @Option(help: ArgumentHelp("Months after completion.", valueName: "6|12|36"))
  var months: Int
  @Option(help: ArgumentHelp("Day on which it is sent.", valueName: "day"))
  var on = Day.today
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    try await office.outcomes.survey(cohort, months: months, on: on)
  }
}

/// Which outcome a verb is about: whose, and at which point.
struct OutcomeReferenceOptions: ParsableArguments {
  @Argument(help: "Number of the graduate.")
  var student: StudentReference
  @Option(help: "Code of the cohort.")
  var cohort: CohortCode
  @Option(help: ArgumentHelp("Months after completion.", valueName: "6|12|36"))
  var months: Int
}

struct OutcomeAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds where a graduate is at a survey point.",
    discussion: """
      What is not said is not known, and counts in no rate. Status unknown is an inquiry that found nothing.

      Example:
        luban outcome add S-00009 --cohort UZ-TAS-LOG-2022A --months 12 \\
          --status employed --in-field yes --employer "Example Railways" \\
          --occupation 4323 --on 2026-08-20
      """)

  @OptionGroup var whose: OutcomeReferenceOptions
  @Option(help: "What the graduate does.")
  var status: OutcomeStatus
  @Option(help: ArgumentHelp("Day of the answer.", valueName: "day"))
  var on = Day.today
  @OptionGroup var outcome: OutcomeOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var details = outcome.details
    details.status = status
    details.answeredOn = on
    let outcome = try await office.outcomes.add(
      whose.student, in: whose.cohort, months: whose.months, details)
    try result.report("Added \(outcome.line)", outcome)
  }
}

struct OutcomeCorrect: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Corrects where a graduate was at a survey point.",
    discussion: """
      What is not named stays as it is; of who turns out not to work, field and employer are emptied. How \
      it was before is kept, so that a figure as known earlier stays what it was.

      Example:
        luban outcome correct S-00009 --cohort UZ-TAS-LOG-2022A --months 12 \\
          --status self-employed --reason "asked again"
      """)

  @OptionGroup var whose: OutcomeReferenceOptions
  @Option(help: "What the graduate really did.")
  var status: OutcomeStatus?
  @Option(help: ArgumentHelp("The day it really was answered.", valueName: "day"))
  var toDay: Day?
  @OptionGroup var outcome: OutcomeOptions
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var details = outcome.details
    details.status = status
    details.answeredOn = toDay
    let outcome = try await office.outcomes.correct(
      whose.student, in: whose.cohort, months: whose.months, details, reason: reason)
    try result.report("Corrected \(outcome.line)", outcome)
  }
}

struct OutcomeRemove: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Removes an outcome that was another's, or never told.",
    discussion: """
      How it was is kept with the reason, so that a figure as known earlier stays what it was.

      Example:
        luban outcome remove S-00009 --cohort UZ-TAS-LOG-2022A --months 12 \\
          --reason "of a namesake"
      """)

  @OptionGroup var whose: OutcomeReferenceOptions
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let outcome = try await office.outcomes.remove(
      whose.student, in: whose.cohort, months: whose.months, reason: reason)
    try result.report("Removed \(outcome.line)", outcome)
  }
}

/// What listing outcomes and their rates share.
struct OutcomeFilterOptions: ParsableArguments {
  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "Of graduates of this cohort.")
  var cohort: CohortCode?
  @Option(help: ArgumentHelp("At this survey point.", valueName: "6|12|36"))
  var months: Int?

  var filter: OutcomeFilter {
    var filter = OutcomeFilter()
    filter.workshop = workshop.named
    filter.cohort = cohort
    filter.months = months
    return filter
  }
}

struct OutcomeList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists outcomes, by cohort and graduate, as known now.",
    discussion: "Example:\n  luban outcome list --cohort UZ-TAS-LOG-2022A --months 12")

  @OptionGroup var outcomes: OutcomeFilterOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    try await office.outcomes.list(outcomes.filter)
  }
}

struct OutcomeRates: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates",
    abstract: "Response, placement, employment and work in the field, by cohort and point.",
    discussion: """
      Every rate has what it is made of (--format csv shows all columns), and is empty below 10 in the \
      denominator. Placement has bounds: as if nobody, and as if everybody, who did not answer is placed. \
      --as-of tells the day for which the figures are true, --known-at leaves out what was recorded later.

      Example:
        luban outcome rates --cohort UZ-TAS-LOG-2022A --as-of 2026-12-31
      """)

  @OptionGroup var outcomes: OutcomeFilterOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    var filter = outcomes.filter
    filter.asOf = figures.asOf
    filter.knownAt = try await figures.moment(office)
    return try await office.outcomes.rates(filter)
  }
}
