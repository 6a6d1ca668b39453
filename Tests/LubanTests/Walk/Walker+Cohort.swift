import Luban
import Postgres
import Support

extension Walker {
  static let cohortCommands: [Command] = [
    Command("correct a cohort", 8) { try await $0.edit(isSince: false) },
    Command("change a cohort", 8) { try await $0.edit(isSince: true) },
    Command("edit a window", 2) { try await $0.editWindow() },
    Command("plan a cohort", 1) { try await $0.plan() },
    Command("open a cohort", 1) { try await $0.open() },
    Command("start a cohort", 2) { try await $0.start() },
    Command("close a cohort", 1) { try await $0.close() },
    Command("cancel a cohort", 1) { try await $0.cancel() },
  ]

  private mutating func edit(isSince: Bool) async throws {
    let cohort = try await cohort()
    var changes = CohortDetails()
    switch number(1...6) {
    case 1:
      let intake = try await one(
        "select intake_on + \(number(-20...20))::int from cohort where code = \(cohort)", as: Day.self)
      changes.intakeOn = intake
    case 2:
      let end = try await one(
        "select planned_end_on + \(number(-60...60))::int from cohort where code = \(cohort)", as: Day.self)
      changes.plannedEndOn = end
    case 3: changes.censusDay = number(5...90)
    default: changes.capacity = number(3...12)
    }
    if isSince { changes.since = day() }
    words = "edit \(cohort) \(changes)"
    _ = try await office.cohorts.edit(cohort, changes)
  }

  private mutating func editWindow() async throws {
    let cohort = try await cohort()
    var changes = CohortDetails()
    changes.windowClosesOn = days[days.count - number(1...100)]
    changes.languages = [try one(of: ["en", "ru", "zh", "uz"])]
    words = "edit the window of \(cohort)"
    _ = try await office.cohorts.edit(cohort, changes)
  }

  private mutating func plan() async throws {
    let code = CohortCode("UZ-TAS-X-\(word())")
    let program = try one(of: ["LOG", "RAIL"]) as ProgramCode
    var new = CohortDetails { ($0.intakeOn, $0.capacity) = (day(), number(1...4)) }
    new.windowOpensOn = days[0]
    new.windowClosesOn = days[days.count - 1]
    words = "plan \(code)"
    _ = try await office.cohorts.plan(code, at: "UZ-TAS", of: program, new)
  }

  private mutating func open() async throws {
    let cohort = try await one("select code from cohort where status = 'planned'", as: CohortCode.self)
    words = "open \(cohort)"
    _ = try await office.cohorts.open(cohort, on: day(), override: "a walk")
  }

  private mutating func start() async throws {
    let cohort = try await one("select code from cohort where status = 'open'", as: CohortCode.self)
    words = "start \(cohort)"
    _ = try await office.cohorts.start(cohort, on: day())
  }

  private mutating func close() async throws {
    let cohort = try await one("select code from cohort where status = 'running'", as: CohortCode.self)
    words = "close \(cohort)"
    _ = try await office.cohorts.close(cohort, on: day())
  }

  private mutating func cancel() async throws {
    let cohort = try await one(
      "select code from cohort where code like 'UZ-TAS-X-%' and status in ('planned', 'open', 'running')",
      as: CohortCode.self)
    words = "cancel \(cohort)"
    _ = try await office.cohorts.cancel(cohort, on: day(), reason: "a walk")
  }
}
