import Glibc
import Postgres
import Testing

@testable import LocalPostgres

@Suite("Mishaps")
struct MishapTests {
  @Test("a server killed without warning is started again by the next use, and what was committed is there")
  func killed() async throws {
    try await withHome { home in
      let cluster = home.cluster(.durable)
      try cluster.ensureRunning()
      let settings = try cluster.connectionSettings
      let database = Database(maxConnections: 1) { settings }
      try await database.write { tx in
        try tx.execute("create table kept (n int)")
        try tx.execute("insert into kept values (7)")
      }
      await database.close()
      let process = try #require(try await cluster.status().process)
      kill(process, SIGKILL)
      #expect(try await gone(process))
      try cluster.ensureRunning()
      #expect(try await cluster.value("select n::text from kept") == "7")
      let next = try await cluster.status().process
      #expect(next != nil && next != process)
    }
  }

  @Test("several first uses at once make one cluster, and all find it running")
  func race() async throws {
    try await withHome { home in
      let servers = try await withThrowingTaskGroup(of: Int32?.self) { group in
        for _ in 1...3 {
          group.addTask {
            let cluster = home.cluster()
            try cluster.ensureRunning()
            return try await cluster.status().process
          }
        }
        var servers: Set<Int32?> = []
        for try await server in group { servers.insert(server) }
        return servers
      }
      #expect(servers.count == 1)
      let leftovers = Folder(home.path).names.filter { $0.contains(".making-") }
      #expect(leftovers == [])
    }
  }

  @Test("a pid file left behind that names a dead process is no obstacle")
  func stalePidFile() async throws {
    try await withHome { home in
      let cluster = home.cluster()
      try cluster.ensureRunning()
      let process = try #require(try await cluster.status().process)
      kill(process, SIGKILL)
      #expect(try await gone(process))
      #expect(access(cluster.dataFolder + "/postmaster.pid", F_OK) == 0)
      #expect(try await cluster.status().state != .running)
      try cluster.ensureRunning()
      #expect(cluster.isAnswering())
    }
  }

  @Test("a pid file that names a stranger's living process is told with that process, and left alone")
  func stranger() async throws {
    try await withHome { home in
      let cluster = home.cluster()
      try cluster.ensureRunning()
      let process = try #require(try await cluster.status().process)
      kill(process, SIGKILL)
      #expect(try await gone(process))
      // After a reboot the number may be another program's of the same user.
      let child = try Command("/bin/sleep", ["1000"], as: try cluster.serverAccount()).spawn()
      defer { kill(child.identifier, SIGKILL) }
      let path = cluster.dataFolder + "/postmaster.pid"
      let lines = try #require(File(path).text).split(separator: "\n", omittingEmptySubsequences: false)
      try File(path).write(
        ([Substring(String(child.identifier))] + lines.dropFirst()).joined(separator: "\n"))
      #expect(try await cluster.status().state == .stopped)
      #expect(try !cluster.stop())
      do {
        try cluster.ensureRunning()
        Issue.record("started")
      } catch let error as LocalPostgresError {
        #expect(
          error
            == .lockFileNamesStranger(
              lockFile: path, process: child.identifier, title: "/bin/sleep 1000"))
        #expect(error.description.contains("(rm \(path))"))
      }
      #expect(kill(child.identifier, 0) == 0)
      kill(child.identifier, SIGKILL)
      _ = child.wait()
      try cluster.ensureRunning()
      #expect(cluster.isAnswering())
    }
  }

  @Test("a cluster of a version whose server is not installed says which to install")
  func otherVersion() async throws {
    try await withHome { home in
      let cluster = home.cluster()
      try cluster.ensureRunning()
      try cluster.stop()
      try File(cluster.dataFolder + "/PG_VERSION").write("9\n")
      do {
        try cluster.ensureRunning()
        Issue.record("started")
      } catch LocalPostgresError.versionMissing(let version, let installed, let folder, let package) {
        #expect(version == 9)
        #expect(installed.contains(15))
        #expect(folder == cluster.dataFolder)
        #expect(package == "postgresql-9")
      }
      try File(cluster.dataFolder + "/PG_VERSION").write("15\n")
    }
  }

  @Test("where no server is installed, the error names the package and the variable")
  func missingServer() async throws {
    try await withHome { home in
      let cluster = home.cluster(binaries: home.path + "/nothing-here")
      do {
        try cluster.ensureRunning()
        Issue.record("started")
      } catch let error as LocalPostgresError {
        guard case .serverMissing(let searched, _, _) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(searched == [home.path + "/nothing-here"])
        #expect(error.description.contains("apt-get install postgresql"))
      }
    }
  }

  @Test("a socket path longer than the system allows is told with its limit")
  func longSocketPath() async throws {
    try await withHome { home in
      let long = home.path + "/" + String(repeating: "s", count: 120)
      let cluster = Cluster(
        at: Cluster.Location(program: "library", home: home.path, socketFolder: long),
        role: "librarian", database: "library", profile: .throwaway)
      do {
        try cluster.ensureRunning()
        Issue.record("started")
      } catch LocalPostgresError.socketPathTooLong(_, let bytes, let limit, _) {
        #expect(bytes > limit)
        #expect(limit == 107)
      }
    }
  }

  @Test("called as root, the server runs as an account without privileges")
  func root() async throws {
    guard getuid() == 0 else { return }
    try await withHome { home in
      let cluster = home.cluster()
      try cluster.ensureRunning()
      let process = try #require(try await cluster.status().process)
      var status = stat()
      #expect(stat("/proc/\(process)", &status) == 0)
      #expect(status.st_uid != 0)
    }
  }

  /// Waits until a process has ended, be it that nobody has asked for its end yet.
  private func gone(_ process: Int32) async throws -> Bool {
    for _ in 0..<1000 {
      let state = File("/proc/\(process)/stat").text
      if state == nil || state?.contains(") Z ") == true { return true }
      try await Task.sleep(for: .milliseconds(10))
    }
    return false
  }
}
