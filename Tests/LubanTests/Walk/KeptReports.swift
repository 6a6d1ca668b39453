import Postgres
import Support

@testable import Luban

/// Every report that can be asked as known at a time, as it came then.
struct KeptReports: Sendable {
  /// The days they are true for.
  let days: [Day]
  /// The time they are known at.
  let knownAt: KnownTime
  /// What each report printed, by its name.
  let pages: [String: String]

  /// Asks all of them, as known a moment ago.
  init(of office: Office, asOf days: [Day]) async throws {
    self.days = days
    // A command is seen from its first statement on; whoever hands a report in takes a time that has passed.
    let asked = try await office.database.read { tx in
      let now = try tx.one("select clock_timestamp()", as: KnownTime.self)
      try tx.execute("select pg_sleep(0.2)")
      return now
    }
    knownAt = try await office.knownMoment(asked.description).time
    pages = try await Self.pages(of: office, asOf: days, knownAt: knownAt)
  }

  /// The reports that print something else now, each with the first lines that differ.
  func changed(in office: Office) async throws -> [String] {
    let now = try await Self.pages(of: office, asOf: days, knownAt: knownAt)
    return pages.keys.sorted().compactMap { name in
      guard let before = pages[name], let after = now[name], before != after else { return nil }
      let (gone, come) = (Set(before.split(separator: "\n")), Set(after.split(separator: "\n")))
      return "\(name), known at \(knownAt):\n"
        + (gone.subtracting(come).sorted().prefix(2).map { "- \($0)" }
        + come.subtracting(gone).sorted().prefix(2).map { "+ \($0)" }).joined(separator: "\n")
    }
  }

  private static func pages(
    of office: Office, asOf days: [Day], knownAt: KnownTime
  ) async throws -> [String: String] {
    var pages: [String: String] = [:]
    for asOf in days {
      for (name, listing) in try await listings(of: office, asOf: asOf, knownAt) {
        let columns = listing.columns.map(\.name)
        pages["\(name) as of \(asOf)"] = try await office.csv(listing, Page(columns: columns))
      }
      for number in [1, 2, 3] {
        let student = StudentReference(workshop: "UZ-TAS", number: students(number)[0].number)
        pages["transcript of \(number) as of \(asOf)"] = try await said {
          String(describing: try await office.results.show(student, asOf: asOf, knownAt: knownAt))
        }
        var scope = CompletionScope()
        scope.asOf = asOf
        scope.knownAt = knownAt
        pages["parts of \(number) as of \(asOf)"] = try await said {
          try await office.csv(office.completions.parts(of: student, scope))
        }
      }
    }
    return pages
  }

  /// What came, or what was said instead of it.
  private static func said(_ body: () async throws -> String) async throws -> String {
    do { return try await body() } catch let error as LubanError { return "\(error)" }
  }

  private static func listings(
    of office: Office, asOf: Day, _ knownAt: KnownTime
  ) async throws -> [(String, Listing)] {
    var report = ReportScope()
    (report.asOf, report.knownAt) = (asOf, knownAt)
    var attendance = AttendanceScope()
    (attendance.asOf, attendance.knownAt) = (asOf, knownAt)
    var progress = CompletionScope()
    (progress.asOf, progress.knownAt, progress.includesAll) = (asOf, knownAt, true)
    var culture = CultureHoursFilter()
    (culture.asOf, culture.knownAt) = (asOf, knownAt)
    var levels = LanguageLevelScope()
    (levels.day, levels.knownAt) = (asOf, knownAt)
    var levelsOfCohort = levels
    levelsOfCohort.cohort = "UZ-TAS-A"
    var outcomes = OutcomeFilter()
    (outcomes.asOf, outcomes.knownAt) = (asOf, knownAt)
    var instructors = InstructorFilter()
    instructors.knownAt = knownAt
    return [
      ("instructors", office.instructors.list(instructors)),
      ("roster", office.reports.roster(report)),
      ("enrollments", office.enrollments.list(knownAt: knownAt)),
      ("cohort list", office.cohorts.list(knownAt: knownAt)),
      ("cohorts", office.reports.cohorts(report)),
      ("cohorts and totals", try await office.reports.cohortsWithTotals(report)),
      ("overview", try await office.reports.overview(report, by: [.program, .intakeYear])),
      ("overview of partners", try await office.reports.overview(report, by: [.partner])),
      ("language report", office.reports.language(report, by: [.workshop, .cohort])),
      (
        "attendance report",
        try await office.reports.sums(.attendance, report, by: [.cohort], withTotals: true)
      ),
      ("outcomes report", try await office.reports.sums(.outcomes, report, by: [.partner], withTotals: true)),
      ("program report", try await office.reports.sums(.program, report, by: [.edition])),
      ("partner report", office.reports.partners(report)),
      ("report of a year", try await office.reports.year(nil, report, withTotals: true)),
      ("culture report", office.reports.culture(report, by: [.cohort])),
      ("those retained", try await office.reports.members(of: "retained", report)),
      (
        "those enrolled in a year",
        try await office.reports.members(of: "degree_students", in: .year(nil, by: [.country]), report)
      ),
      (
        "those who have reached a level",
        try await office.reports.members(
          of: "reached", in: .language(by: [.partner], framework: nil), report)
      ),
      ("report on quality", try office.reports.quality(report, by: [.cohort], withAll: true)),
      ("what is to be mended", office.reports.toMend(nil, report)),
      ("attendance of students", office.attendance.rates(by: .student, attendance)),
      ("attendance of classes", office.attendance.rates(by: .taughtClass, attendance)),
      ("attendance of cohorts", office.attendance.rates(by: .cohort, attendance)),
      ("progress", office.completions.list(progress)),
      ("risks", office.completions.risks(progress)),
      ("culture hours", office.cultureEvents.hours(culture)),
      ("culture hours of cohorts", office.cultureEvents.hoursOfCohorts(culture)),
      ("language levels", try await office.languageCertificates.levels(levels)),
      ("language levels of a cohort", try await office.languageCertificates.levels(levelsOfCohort)),
      ("outcome rates", try await office.outcomes.rates(outcomes)),
      ("results", office.results.list(knownAt: knownAt)),
      ("pass rates", office.results.rates(asOf: asOf, knownAt: knownAt)),
    ]
  }
}
