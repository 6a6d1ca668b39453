import Glibc

@testable import LocalPostgres

/// A disk of a few megabytes, in memory.
struct SmallDisk {
  let path: String
  private var filler: String { path + "/filler" }

  /// Whether a disk can be mounted here.
  static let mayMount: Bool = {
    let path = "/tmp/lp-mount-\(getpid())"
    defer { rmdir(path) }
    guard mkdir(path, 0o755) == 0, mount("tmpfs", path, "tmpfs", 0, "size=64k") == 0 else { return false }
    return umount(path) == 0
  }()

  fileprivate init(at path: String, megabytes: Int) throws {
    self.path = path
    try SystemCall.run("mkdir", path) { mkdir(path, 0o755) }
    try SystemCall.run("mount", path) { mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m,mode=755") }
  }

  /// Fills the disk but for so many megabytes.
  func leave(megabytes: Int) throws {
    let descriptor = try Descriptor(opening: filler, O_WRONLY | O_CREAT | O_APPEND)
    let block = [UInt8](repeating: 1, count: 1 << 16)
    while let free = Disk(of: path)?.free, free > megabytes << 20 {
      guard write(descriptor.number, block, min(block.count, free - megabytes << 20)) > 0 else { return }
    }
  }

  /// Empties the disk of what filled it.
  func makeRoom() { unlink(filler) }

  fileprivate func unmount() {
    makeRoom()
    umount2(path, Int32(MNT_DETACH))
    rmdir(path)
  }
}

/// Gives a test a small disk, and takes it away again.
func withSmallDisk(at path: String, megabytes: Int, _ body: (SmallDisk) async throws -> Void) async throws {
  let disk = try SmallDisk(at: path, megabytes: megabytes)
  do { try await body(disk) } catch {
    for cluster in [Home(path: disk.path).cluster(), Home(path: disk.path).cluster(.durable)] {
      try? cluster.destroy()
    }
    disk.unmount()
    throw error
  }
  disk.unmount()
}
