import Glibc

extension Folder {
  /// The names in the folder, sorted; none if it can't be read.
  var names: [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      // Read at the place: the name may be longer than the tuple that Swift would copy.
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let start = UnsafeRawPointer(entry).advanced(by: offset)
      let name = String(cString: start.assumingMemoryBound(to: CChar.self))
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Bytes that the folder and all in it take on the disk.
  var sizeOnDisk: Int {
    names.reduce(into: FileStatus(of: path)?.bytesOnDisk ?? 0) { total, name in
      guard let status = FileStatus(of: appending(name)) else { return }
      total += status.kind == .folder ? Folder(appending(name)).sizeOnDisk : status.bytesOnDisk
    }
  }

  /// Removes the folder and all in it.
  ///
  /// Links are removed, never followed; what is gone already is fine.
  func removeTree() throws(LocalPostgresError) {
    for name in names {
      let inner = appending(name)
      if FileStatus(of: inner)?.kind == .folder {
        try Folder(inner).removeTree()
      } else {
        try File(inner).remove()
      }
    }
    try removeIfEmpty(elseThrow: true)
  }

  /// Removes the folder when nothing is in it.
  func removeIfEmpty(elseThrow: Bool = false) throws(LocalPostgresError) {
    do {
      try SystemCall.run("rmdir", path) { rmdir(path) }
    } catch .system(_, _, ENOENT) {
      return
    } catch .system(_, _, ENOTEMPTY) where !elseThrow {
      return
    } catch .system(_, _, EBUSY) where !elseThrow {
      // A disk is mounted there.
      return
    }
  }
}
