import ArgumentParser
import Luban

struct PartnerReactivate: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "reactivate", abstract: "Makes a suspended partner, or a prospect, active.",
    discussion: """
      luban partner activate is the same.

      Example:
        luban partner reactivate UZ-TLC --on 2026-03-01 --reason "accredited"
      """,
    aliases: ["activate"])

  @Argument(help: "Code of the partner.")
  var partner: PartnerCode
  @Option(help: ArgumentHelp("Day it takes effect.", valueName: "day"))
  var on = Day.today
  @Option(help: "Why.")
  var reason: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let on = try await office.actualDay(on)
    let changed = try await office.partners.activate(partner, on: on, reason: reason)
    try result.report("Activated \(changed.line), from \(on) on.", changed)
  }
}

struct PartnerSuspend: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspend", abstract: "Suspends an active partner.",
    discussion: """
      It signs no agreement until it is reactivated. What it signed and its cohorts go on.

      Example:
        luban partner suspend UZ-TLC --on 2026-06-01 --reason "not accredited"
      """)

  @Argument(help: "Code of the partner.")
  var partner: PartnerCode
  @Option(help: ArgumentHelp("Day it takes effect.", valueName: "day"))
  var on = Day.today
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let on = try await office.actualDay(on)
    let changed = try await office.partners.suspend(partner, on: on, reason: reason)
    try result.report("Suspended \(changed.line), from \(on) on.", changed)
  }
}

struct PartnerEnd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "Ends a partnership for good.",
    discussion: """
      Refused while an agreement, a part in a workshop or a cohort hangs on it: all of these are named. \
      The partner stays on the books, with its history.

      Example:
        luban partner end UZ-TLC --on 2026-11-20 --reason "merged" --yes
      """)

  @Argument(help: "Code of the partner.")
  var partner: PartnerCode
  @Option(help: ArgumentHelp("Day it takes effect.", valueName: "day"))
  var on = Day.today
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var confirmation: ConfirmationOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let before = try await office.partners.show(partner)
    try confirmation.confirm("End the partnership with \(before.line) for good?")
    let on = try await office.actualDay(on)
    let changed = try await office.partners.end(partner, on: on, reason: reason)
    try result.report("Ended the partnership with \(changed.line), from \(on) on.", changed)
  }
}

struct PartnerImport: ImportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters partners with their names from a file.",
    discussion: """
      A line is a partner: partner, kind, country, city, name, name_zh, name_ru, active_since and so on; \
      luban import template partners lists the headers. A city must be known: luban city import enters \
      them. Sent again nothing changes; --update takes over what differs. A name that differs was wrong, \
      unless --renamed names the day from which it is another one.

      Example:
        printf '%s\\n' partner,kind,country,city,name,name_ru \\
          'UZ-RTC,college,UZ,Tashkent,Rail Technical College,Колледж путей' \\
          > partners.csv
        luban partner import partners.csv
      """)

  static let form = ImportForm.partners
  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: PartnerLines
  @OptionGroup var result: ResultOptions
}

/// Since when names that differ are other ones.
struct PartnerLines: ImportLines {
  @Option(
    help: ArgumentHelp(
      "Day from which partners are called otherwise; the former names were wrong unless given.",
      valueName: "day"))
  var renamed: Day?

  func request(_ request: ImportRequest) -> ImportRequest {
    var request = request
    request.params["renamed_on"] = renamed?.description
    return request
  }
}
