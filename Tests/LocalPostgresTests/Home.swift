import Glibc
import Postgres
import Support

@testable import LocalPostgres

/// A home folder of a test, under a short path.
struct Home: Sendable {
  let path: String

  func cluster(
    _ profile: Cluster.Profile = .throwaway, binaries: String? = nil
  ) -> Cluster {
    Cluster(
      at: Cluster.Location(program: "library", home: path, socketFolder: path, binaries: binaries),
      role: "librarian",
      database: "library", profile: profile)
  }
}

/// Gives a test a home folder, and leaves neither folder nor process behind.
func withHome(_ body: (Home) async throws -> Void) async throws {
  let folder = try Folder.unique(prefix: "/tmp/lp-")
  try SystemCall.run("chmod", folder.path) { chmod(folder.path, 0o755) }
  let home = Home(path: folder.path)
  do {
    try await Turns.shared.take { try await body(home) }
  } catch {
    try? home.cluster().destroy()
    try folder.removeTree()
    throw error
  }
  try home.cluster().destroy()
  if folder.exists { try folder.removeTree() }
}

extension Cluster {
  /// The one value that a query gives.
  func value(_ sql: SQL) async throws -> String {
    let settings = try connectionSettings
    let database = Database(maxConnections: 1) { settings }
    let value = try await database.read { try $0.one(sql, as: String.self) }
    await database.close()
    return value
  }
}
