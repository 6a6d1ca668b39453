import Postgres
import Support
import Testing

@testable import Luban

/// Where no day is named it is today, at the workshop asked about.
@Suite("Today")
struct TodayTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2024A"

  @Test("every report and listing of a day is asked for today, of all, of a workshop and of a cohort")
  func everyListing() async throws {
    try await withOffice(.graduation) { office in
      for (workshop, cohort) in [(nil, nil), ("UZ-TAS", nil), (nil, cohort)] as [(WorkshopCode?, CohortCode?)]
      {
        var report = ReportScope()
        (report.workshop, report.isSCO) = (workshop, true)
        var reportOfCohort = report
        reportOfCohort.cohort = cohort
        var attendance = AttendanceScope()
        (attendance.workshop, attendance.cohort) = (workshop, cohort)
        var progress = CompletionScope()
        (progress.workshop, progress.cohort, progress.includesAll) = (workshop, cohort, true)
        var outcome = OutcomeFilter()
        (outcome.workshop, outcome.cohort) = (workshop, cohort)
        var culture = CultureHoursFilter()
        (culture.workshop, culture.cohort) = (workshop, cohort)
        var level = LanguageLevelScope()
        (level.workshop, level.cohort) = (workshop, cohort)
        var partner = PartnerFilter()
        partner.workshop = workshop
        for listing in [
          office.reports.cohorts(report), try await office.reports.cohortsWithTotals(report),
          try await office.reports.sums(.attendance, report, by: [.workshop]),
          office.reports.partners(report),
          try await office.reports.year(nil, report), office.reports.culture(report, by: [.cohort]),
          office.reports.roster(reportOfCohort), office.completions.list(progress),
          office.completions.risks(progress),
          try await office.completions.parts(of: students(1)[0], progress),
          office.results.rates(workshop: workshop, cohort: cohort), office.cultureEvents.hours(culture),
          office.cultureEvents.hoursOfCohorts(culture), try await office.outcomes.rates(outcome),
          try await office.languageCertificates.levels(level), try await office.workshops.list(),
          try await office.partners.list(partner), try await office.agreements.list(workshop: workshop),
        ] + AttendanceUnit.allCases.map({ office.attendance.rates(by: $0, attendance) }) {
          _ = try await office.csv(listing)
        }
      }
      #expect(try await office.results.show(students(1)[0], workshop: "UZ-TAS").count == 1)
    }
  }

  @Test("it is the day at the workshop asked about; of several, the furthest on earth")
  func whose() async throws {
    try await withOffice { office in
      try await office.plan(cohort)
      // Where it is the furthest day, it is one or two days later than at UZ-TAS.
      try await office.database.write { tx in
        try tx.execute("update workshop set time_zone = 'Etc/GMT+12' where code = 'UZ-TAS'")
      }
      try await office.agreement()
      let furthest = try await office.dayToCome(0, at: nil)
      #expect(try await office.dayToCome(0) < furthest)
      try await office.database.write { tx in
        try tx.execute("update agreement set effective_on = \(furthest)")
      }
      let page = Page(columns: ["state"])
      #expect(try await office.csv(office.agreements.list(), page) == "state\nin_force\n")
      #expect(
        try await office.csv(office.agreements.list(workshop: "UZ-TAS"), page) == "state\npending\n")
      #expect(
        try await office.csv(office.agreements.list(workshop: "UZ-TAS", on: furthest), page)
          == "state\nin_force\n")
    }
  }

  @Test("no statement sends the word, of which PostgreSQL would make the day in UTC")
  func neverSent() async throws {
    try await withOffice { office in
      await #expect(throws: PostgresError.self) {
        try await office.database.read { tx in try tx.one("select \(Day.today)", as: Day.self) }
      }
    }
  }
}
