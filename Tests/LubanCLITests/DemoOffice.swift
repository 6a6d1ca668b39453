import Support
import Testing

/// The demonstration, with few students, for tests that only read.
enum DemoOffice {
  /// Runs a test on a copy of it.
  static func with(_ body: (TestDatabase) async throws -> Void) async throws {
    try await BegunOffice.with("luban seed demo --students 200 --quiet") { office, seeding in
      try #require(seeding.exitCode == 0, "\(seeding.talk)")
      try await body(office)
    }
  }
}
