extension Cluster {
  /// Makes sure that the server's account gets as far as the home folder.
  ///
  /// Asked of the system by trying, since more than permissions decides (access lists, mounts).
  func requireReach(of account: Account) throws(LocalPostgresError) {
    guard !account.isCurrent else { return }
    var folders: [Folder] = [home]
    while let parent = folders.last?.parent { folders.append(parent) }
    for folder in folders.reversed() {
      let entering = Command("/usr/bin/test", ["-x", folder.path], as: account)
      guard try entering.run() == .exited(0) else {
        throw .unreachable(folder: folder.path, account: account.name, variable: location.variables.home)
      }
    }
  }

  /// Makes sure that a new cluster fits on the disk: 47 MB with its database, and room to begin to work.
  func requireRoom() throws(LocalPostgresError) {
    let needed = 96 << 20
    guard let free = Disk(of: home.path)?.free, free < needed else { return }
    throw .noSpace(folder: home.path, free: free, needed: needed, reserve: nil)
  }

  /// The error for a full disk, if that is why a server or initdb failed that wrote the text.
  ///
  /// On a full disk it may not even have been able to write so.
  func noSpace(after text: String) -> LocalPostgresError? {
    // The log written ahead may lie on a disk of its own.
    let wal = Folder(data.appending("pg_wal"))
    let places = data.exists ? [data.resolved, wal.resolved] : [home.path]
    let disks = places.map { (folder: $0, free: Disk(of: $0)?.free ?? .max) }
    guard let fullest = disks.min(by: { $0.free < $1.free }) else { return nil }
    let wasSaid = text.contains("No space left on device") || text.contains("Disk quota exceeded")
    guard wasSaid || fullest.free < 1 << 20 else { return nil }
    // Two segments of the write-ahead log let a server recover and begin to clean up.
    return .noSpace(
      folder: fullest.folder, free: fullest.free, needed: 32 << 20,
      reserve: ballast.exists ? ballast.path : nil)
  }

  /// Gives up the ballast file, so that a server on a full disk can start; the next start on a disk with
  /// room lays it in again.
  ///
  /// - Returns: the bytes freed, 0 if there was no such file.
  /// - Throws: ``LocalPostgresError/system(operation:path:code:)``.
  @discardableResult
  public func freeBallast() throws(LocalPostgresError) -> Int {
    guard let size = FileStatus(of: ballast.path)?.bytesOnDisk else { return 0 }
    try File(ballast.path).remove()
    return size
  }
}

extension Cluster {
  /// Bytes that may still be written to the disk of the data.
  ///
  /// - Throws: ``LocalPostgresError`` when the folder can't be reached.
  public func freeSpace() throws(LocalPostgresError) -> Int {
    guard let disk = Disk(of: data.exists ? data.path : "/") else { throw .unusablePath(data.path) }
    return disk.free
  }
}
