import Support
import Testing

/// The demonstration, with few students: seeded once for the whole run, for tests that only read.
enum DemoOffice {
  private static let seeded = Task {
    try await TestDatabase.kept { office in
      let seeding = try Program.shell("luban seed demo --students 200 --quiet", dsn: office.dsn)
      try #require(seeding.exitCode == 0, "\(seeding.talk)")
    }
  }

  /// Runs a test on a copy of it.
  static func with(_ body: (TestDatabase) async throws -> Void) async throws {
    try await seeded.value.withCopy(body)
  }
}
