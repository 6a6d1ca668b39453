import Luban
import Postgres
import Support
import Testing

@Suite("A random walk")
struct WalkTests {
  @Test(
    "whatever two at once and an import do, no fault, seats within capacity, and past reports to the byte")
  func walk() async throws {
    let walk = Walk(steps: 150)
    print("random walk: LUBAN_WALK=\(walk.steps) LUBAN_WALK_SEED=\(walk.seed)")
    try await withOffice { office in
      let outcome = try await walk.go(in: office)
      let place: Comment = "LUBAN_WALK=\(walk.steps) LUBAN_WALK_SEED=\(walk.seed)"
      if !outcome.wrong.isEmpty {
        Issue.record("\(outcome.wrong.prefix(20).joined(separator: "\n"))\n\(place)")
      }
      #expect(outcome.kept.count >= 2, place)
      #expect(try await office.daysThatBreakTheLaw() == [], place)
      #expect(try await office.closedFiguresThatDiffer() == [], place)
      for knownAt in outcome.kept.map(\.knownAt).prefix(2) + [try await office.now()] {
        #expect(try await office.countsThatDifferFromTheirMembers(knownAt: knownAt) == [], place)
        for asOf in outcome.kept.flatMap(\.days).prefix(3) {
          #expect(try await office.attendanceThatDiffers(on: asOf, knownAt: knownAt) == [], place)
          #expect(try await office.outcomesThatDiffer(on: asOf, knownAt: knownAt) == [], place)
        }
      }
      let done = outcome.count.values.reduce(0) { $0 + $1.done }
      #expect(done > walk.steps / 5, "too much is refused for the walk to lead anywhere")
      guard walk.steps >= 500 else { return }
      for command in Walker.commands {
        let (done, refused) = outcome.count[command.name] ?? (0, 0)
        print("\(command.name): \(done) done, \(refused) refused")
      }
    }
  }
}
