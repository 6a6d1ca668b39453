import ArgumentParser
import Luban
import Tabular

struct CohortShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one cohort.",
    discussion: "Example:\n  luban cohort show UZ-TAS-LOG-2026A")

  @Argument(help: "Code of the cohort.")
  var code: CohortCode
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let cohort = try await office.cohorts.show(code)
    try show.write(cohort) { fields in
      fields.section("Cohort \(cohort.code)")
      fields.add(
        "Status", cohort.statusSince.map { "\(cohort.status.said) since \($0)" } ?? cohort.status.said)
      fields.add("Workshop", cohort.workshop.rawValue)
      fields.add("Program", "\(cohort.program) \(cohort.edition)")
      fields.add("Teaching", "\(cohort.intakeOn) to \(cohort.plannedEndOn)")
      fields.add("Applications", "\(cohort.windowOpensOn) to \(cohort.windowClosesOn)")
      fields.add("Seats", "\(cohort.seatsHeld) of \(cohort.capacity) held, \(cohort.waiting) waiting")
      fields.add("Languages", cohort.languages.isEmpty ? nil : cohort.languages.joined(separator: ", "))
      fields.add("Census", "\(cohort.censusDay) days after the intake")
      fields.add("Opened without an agreement", cohort.agreementOverride)
      for stretch in cohort.stretches where cohort.stretches.count > 1 {
        fields.add(
          stretch.since.map { "Since \($0)" } ?? "At first",
          """
          \(stretch.intakeOn) to \(stretch.plannedEndOn), \(count: stretch.capacity, "seat"), census after \
          \(count: stretch.censusDay, "day")
          """)
      }
    }
  }
}
