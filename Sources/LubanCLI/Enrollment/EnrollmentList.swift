import ArgumentParser
import Luban
import Messages
import Tabular

struct EnrollmentList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists enrollments.",
    discussion: """
      With --known-at the turns on the waitlist are left out: only those of now are known.

      Examples:
        luban enrollment list --cohort UZ-TAS-LOG-2026A --state waitlisted
        luban enrollment list --workshop UZ-TAS --known-at 2026-10-05T00:00:00Z
      """)

  @OptionGroup var place: WorkshopOptions
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @Option(help: ArgumentHelp("In this state; may be repeated.", valueName: "state"))
  var state: [EnrollmentState] = []
  @OptionGroup var known: KnownOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    office.enrollments.list(
      workshop: place.named, cohort: cohort, states: state, knownAt: try await known.moment(office))
  }
}

struct EnrollmentShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one enrollment with its history.",
    discussion: "Example:\n  luban enrollment show S-00001 --cohort UZ-TAS-LOG-2026A")

  @Argument(help: "Number of the student.")
  var student: StudentReference
  @Option(help: "Code of the cohort.")
  var cohort: CohortCode
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let enrollment = try await office.enrollments.show(student, in: cohort)
    let reasons = try await Reasons(office)
    try show.write(enrollment) { fields in
      fields.section("\(enrollment.student) \(enrollment.name) in \(enrollment.cohort)")
      fields.add("State", "\(enrollment.state.said) since \(enrollment.since)")
      fields.add("Applied", enrollment.appliedOn.iso)
      if let place = enrollment.place { fields.add("Place on the waitlist", String(place)) }
      if let reason = enrollment.override { fields.add("Entry rules set aside", Speech.catalog.word(reason)) }
      if let cohort = enrollment.continues { fields.add("Continues", cohort.rawValue) }
      if let cohort = enrollment.continuedIn { fields.add("Continued in", cohort.rawValue) }
      fields.section("Events")
      fields.add(
        TextTable(
          columns: [
            TextColumn("event number", .trailing), TextColumn("day"), TextColumn("before"),
            TextColumn("after"),
            TextColumn("why"),
            TextColumn("recorded"),
          ], rows: enrollment.events.map { row($0, reasons) }))
    }
  }

  private func row(_ event: EnrollmentEvent, _ reasons: Reasons) -> [String?] {
    let corrects: Message? = event.voids.map { "corrects \(number: $0)" }
    let corrected: Message? = event.voidedBy.map { "corrected by \(number: $0)" }
    let notes = [corrects?.cell, corrected?.cell, event.reasonCode.map(reasons.said), event.reason]
    return [
      String(event.nth), event.on.iso, event.from?.said.cell, event.to.cell,
      notes.compactMap { $0 }.joined(separator: "; "), event.recordedAt,
    ]
  }
}
