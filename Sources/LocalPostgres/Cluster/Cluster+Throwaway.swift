import Glibc

extension Cluster {
  /// Makes and starts a cluster for a run of tests, in a new folder.
  ///
  /// Blocks for about a second. It is destroyed when this process ends, however it ends; ``destroy()`` does
  /// so earlier.
  ///
  /// - Parameters:
  ///   - folder: where to make the folder. A short path: the socket lies in it.
  /// - Throws: ``LocalPostgresError``.
  public static func throwaway(
    program: String = "throwaway", role: String = "postgres", database: String = "postgres",
    in folder: String = "/tmp"
  ) throws(LocalPostgresError) -> Cluster {
    let home = try Folder.unique(prefix: Folder(folder).resolved + "/\(program)-")
    // The server may run under another account and must get in; its own folders stay closed.
    try SystemCall.run("chmod", home.path) { chmod(home.path, 0o755) }
    try Watchdog.guard(home)
    let location = Location(program: program, home: home.path, socketFolder: home.path)
    let cluster = Cluster(at: location, role: role, database: database, profile: .throwaway)
    do {
      try cluster.ensureRunning()
    } catch {
      try? cluster.destroy()
      throw error
    }
    return cluster
  }
}
