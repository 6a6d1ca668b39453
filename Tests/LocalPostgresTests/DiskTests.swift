import Glibc
import Postgres
import Testing

@testable import LocalPostgres

@Suite("Full disks", .enabled(if: SmallDisk.mayMount, "needs the right to mount a tmpfs"))
struct DiskTests {
  @Test("a disk too small for a new cluster is told before anything is made")
  func tooSmall() async throws {
    try await withHome { home in
      try await withSmallDisk(at: home.path + "/disk", megabytes: 64) { disk in
        let cluster = Home(path: disk.path).cluster()
        do {
          try cluster.ensureRunning()
          Issue.record("made")
        } catch LocalPostgresError.noSpace(_, let free, let needed, _) {
          #expect(free <= 64 << 20 && needed > free)
        }
        #expect(Folder(disk.path).names.filter { $0.hasPrefix("cluster") } == [])
      }
    }
  }

  @Test("a full disk of the data refuses what does not fit, and the server goes on")
  func data() async throws {
    try await withHome { home in
      try await withSmallDisk(at: home.path + "/disk", megabytes: 160) { disk in
        let cluster = Home(path: disk.path).cluster()
        try cluster.ensureRunning()
        try move("pg_wal", of: cluster, to: home.path + "/wal")
        try await cluster.run("create table kept (n int)", "insert into kept values (7)")
        try disk.leave(megabytes: 8)
        let error = await #expect(throws: PostgresError.self) { try await cluster.run(Self.muchData) }
        #expect(error?.serverError?.sqlState == .diskFull)
        #expect(cluster.isAnswering())
        #expect(try await cluster.value("select n::text from kept") == "7")
        try cluster.stop(.immediate)
        try disk.leave(megabytes: 0)
        do {
          try cluster.ensureRunning()
          Issue.record("started on a full disk")
        } catch LocalPostgresError.noSpace(let folder, let free, _, _) {
          #expect(folder == cluster.dataFolder && free < 1 << 20)
        }
        disk.makeRoom()
        try cluster.ensureRunning()
        #expect(try await cluster.value("select n::text from kept") == "7")
        try cluster.destroy()
      }
    }
  }

  @Test("a full disk of the write-ahead log ends the server; with room made, what was committed is there")
  func writeAheadLog() async throws {
    try await withHome { home in
      try await withSmallDisk(at: home.path + "/disk", megabytes: 80) { disk in
        let cluster = home.cluster()
        try cluster.ensureRunning()
        try move("pg_wal", of: cluster, to: disk.path + "/wal")
        try await cluster.run("create table kept (n int)", "insert into kept values (7)")
        try disk.leave(megabytes: 8)
        await #expect(throws: PostgresError.self) { try await cluster.run(Self.muchData) }
        try cluster.stop(.immediate)
        try disk.leave(megabytes: 0)
        do {
          try cluster.ensureRunning()
          Issue.record("started on a full disk")
        } catch let error as LocalPostgresError {
          guard case .noSpace(let folder, let free, _, _) = error else { throw error }
          #expect(folder == disk.path + "/wal" && free < 1 << 20)
          #expect(error.description.contains("Free at least 32 MB on that disk, then try again."))
        }
        disk.makeRoom()
        try cluster.ensureRunning()
        #expect(try await cluster.value("select count(*)::text from kept") == "1")
        try cluster.destroy()
      }
    }
  }

  private static let muchData: SQL =
    "create table much as select g, repeat(md5(g::text), 30) as t from generate_series(1, 200000) g"

  /// Puts a folder of the data on another disk, with a link in its place.
  private func move(_ name: String, of cluster: Cluster, to target: String) throws {
    try cluster.stop()
    let path = cluster.dataFolder + "/" + name
    #expect(system("cp -a '\(path)' '\(target)' && rm -r '\(path)' && ln -s '\(target)' '\(path)'") == 0)
    try cluster.ensureRunning()
  }
}

extension Cluster {
  fileprivate func run(_ statements: SQL...) async throws {
    let settings = try connectionSettings
    let database = Database(maxConnections: 1) { settings }
    do {
      try await database.write { tx in for statement in statements { try tx.execute(statement) } }
    } catch {
      await database.close()
      throw error
    }
    await database.close()
  }
}
