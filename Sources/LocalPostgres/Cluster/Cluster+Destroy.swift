import Glibc

extension Cluster {
  /// Stops the server and removes the cluster with all its data.
  ///
  /// Log and ballast go too and, when nothing else is in it, the home folder. Blocks.
  ///
  /// - Throws: ``LocalPostgresError/notMadeHere(folder:)`` when the data folder lacks the mark of having
  ///   been made by this module; nothing is touched then.
  public func destroy() throws(LocalPostgresError) {
    guard home.exists else { return }
    try withLock(.seconds(60)) { () throws(LocalPostgresError) in
      if FileStatus(of: data.path) != nil { try destroyData() }
      removeLeftovers()
      try log.remove()
      try File(ballast.path).remove()
      try File(lockPath).remove()
    }
    try home.removeIfEmpty()
  }

  private func destroyData() throws(LocalPostgresError) {
    guard FileStatus(of: data.path)?.kind == .folder,
      FileStatus(of: data.appending(Self.markerName))?.kind == .file
    else { throw .notMadeHere(folder: data.path) }
    let sockets = try currentSocketFolder()
    _ = try halt(.fast, patience: .seconds(60))
    // Renamed first: when we are killed midway, what is left is known for a leftover, not for a cluster.
    let trash = try Folder.unique(prefix: data.path + Leftover.removing.suffix)
    try SystemCall.run("rename", data.path) { rename(data.path, trash.path) }
    try trash.removeTree()
    try? sockets.remove()
  }
}
