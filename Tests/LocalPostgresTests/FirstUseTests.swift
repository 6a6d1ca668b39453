import Postgres
import Testing

@testable import LocalPostgres

@Suite("First use")
struct FirstUseTests {
  @Test("makes the cluster with its database, starts it and lets its user in")
  func makesAndStarts() async throws {
    try await withHome { home in
      let cluster = home.cluster(.durable)
      let clock = ContinuousClock()
      let t = try clock.measure { try cluster.ensureRunning() }
      print("first", t)
      #expect(
        try await cluster.value("select current_database() || ' ' || current_user") == "library librarian")
      print("again", try clock.measure { try cluster.ensureRunning() })
      print("answering", clock.measure { _ = cluster.isAnswering() })
      print(try await clock.measure { print(try await cluster.status()) })
      print("stop", try clock.measure { try cluster.stop() })
      print("start", try clock.measure { try cluster.ensureRunning() })

    }
  }
}
