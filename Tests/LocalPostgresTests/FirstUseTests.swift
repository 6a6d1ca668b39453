import Postgres
import Testing

@testable import LocalPostgres

@Suite("First use")
struct FirstUseTests {
  @Test("makes the cluster with its database, starts it and lets its user in")
  func makesAndStarts() async throws {
    try await withHome { home in
      let cluster = home.cluster(.durable)
      try cluster.ensureRunning()
      let user = try await cluster.value("select current_database() || ' ' || current_user")
      #expect(user == "library librarian")
      #expect(try await cluster.status().state == .running)
      #expect(try cluster.stop())
      #expect(!cluster.isAnswering())
      try cluster.ensureRunning()
      #expect(cluster.isAnswering())
    }
  }
}
