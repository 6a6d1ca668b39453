import Glibc
import Luban
import Postgres
import Support
import Synchronization

/// Commands of every kind in whatever order, by two at once, with an import beside them.
///
/// `LUBAN_WALK` names how many commands each walk has, `LUBAN_WALK_SEED` the seed of one that is to be gone again:
/// its draws are the same, and with one walker (`LUBAN_WALKERS=1`) all of it. With `LUBAN_WALK_DOCTOR` the doctor
/// looks after each command, and names the first after which something is not well.
struct Walk: Sendable {
  /// How many commands, of all walkers.
  let steps: Int
  let walkers: Int
  let seed: UInt64

  init(steps: Int) {
    self.steps = Self.setting("LUBAN_WALK").map { Int($0) } ?? steps
    walkers = Self.setting("LUBAN_WALKERS").map { Int($0) } ?? 2
    seed = Self.setting("LUBAN_WALK_SEED") ?? UInt64.random(in: 0 ... .max)
  }

  private static func setting(_ name: String) -> UInt64? {
    getenv(name).flatMap { UInt64(String(cString: $0)) }
  }

  /// What came of it.
  struct Outcome: Sendable {
    /// Faults, and what changed of reports that had been kept.
    var wrong: [String] = []
    var kept: [KeptReports] = []
    /// How many of each command were done and refused.
    var count: [String: (done: Int, refused: Int)] = [:]

    mutating func add(_ other: Outcome) {
      wrong += other.wrong
      kept += other.kept
      count.merge(other.count) { ($0.done + $1.done, $0.refused + $1.refused) }
    }
  }

  /// Walks, and asks for all that was kept once more.
  func go(in office: Office) async throws -> Outcome {
    try await office.walkGround()
    let days = try await office.database.read { tx in
      try tx.rows(
        "select generate_series('2024-06-01', '2026-11-25', interval '1 day')::date", as: Day.self)
    }
    let isOver = Flag()
    var outcome = try await withThrowingTaskGroup(of: Outcome.self) { group in
      for nth in 0..<walkers {
        let walker = Walker(
          office: office, title: "walker \(nth)", days: days, random: SeededStory(seed: seed &+ UInt64(nth)))
        group.addTask { try await walk(walker, keeps: nth == 0) }
      }
      async let beside: Void = importPeople(into: office, until: isOver)
      var outcome = Outcome()
      for try await part in group { outcome.add(part) }
      isOver.raise()
      try await beside
      return outcome
    }
    for kept in outcome.kept { outcome.wrong += try await kept.changed(in: office) }
    return outcome
  }

  /// One walker's share; the first also keeps reports at some points.
  private func walk(_ walker: Walker, keeps: Bool) async throws -> Outcome {
    var (walker, outcome) = (walker, Outcome())
    let own = steps / walkers
    // A short walk is for every day, a long one looks closely.
    let isLong = steps >= 500
    let points = isLong ? 6 : 2
    let days = (isLong ? ["2024-12-15", "2025-11-20", "2026-11-20"] : ["2025-11-20"]).map(day)
    for step in 0..<own {
      if keeps, step % (own / points) == own / points / 2 {
        outcome.kept.append(try await KeptReports(of: walker.office, asOf: days))
      }
      walker.progress = Double(step) / Double(own)
      let (command, end) = await walker.step()
      switch end {
      case .done: outcome.count[command, default: (0, 0)].done += 1
      case .refused: outcome.count[command, default: (0, 0)].refused += 1
      case .fault(let error): outcome.wrong.append("\(walker.title), \(step): \(walker.words)\n\(error)")
      }
      guard Self.setting("LUBAN_WALK_DOCTOR") != nil else { continue }
      let ill = try await walker.office.schema.examine(isDeep: true).filter { !$0.isWell }
      if !ill.isEmpty {
        outcome.wrong.append("\(walker.title), \(step): \(walker.words)\n\(ill)")
        return outcome
      }
    }
    return outcome
  }

  /// Sends lists of new people, one each second, for as long as others walk.
  private func importPeople(into office: Office, until isOver: Flag) async throws {
    var list = 0
    while !isOver.isRaised {
      list += 1
      var lines = "full_name,birth_date,nationality,cohort,applied_on,state\n"
      for line in 1...10 {
        lines += "Beside \(list) Line\(line),2004-05-0\(line % 9 + 1),UZ,UZ-TAS-D,2025-06-01,applied\n"
      }
      _ = try await withFile(lines) { path in
        try await office.imports.run(ImportRequest(path: path, noun: .peopleWithEnrollments))
      }
      try await Task.sleep(for: .seconds(1))
    }
  }
}

/// Raised once.
private final class Flag: Sendable {
  private let value = Atomic(false)
  var isRaised: Bool { value.load(ordering: .relaxed) }
  func raise() { value.store(true, ordering: .relaxed) }
}
