import Bytes
import Glibc

/// Files of a folder that appear all together or not at all.
public enum OutputFiles {
  /// Writes all of them beside their places, and gives them their names when each is complete; the folder is
  /// made where there is none.
  ///
  /// What cannot be written leaves the files as they were before. Only a power cut between two names can part
  /// them.
  ///
  /// Throws ``WritingError``: folder, missingFolder, busy, noSpace, failed.
  public static func write(
    _ files: [(name: String, bytes: [UInt8])], to folder: String
  ) throws(WritingError) {
    let isNew = mkdir(folder, 0o777) == 0
    if !isNew, errno != EEXIST { throw WritingError(file: folder, code: errno) }
    do {
      var pending: [OutputFile] = []
      for one in files {
        let file = try OutputFile(path: "\(folder)/\(one.name)")
        try file.sink.write(one.bytes)
        try file.sink.flush()
        pending.append(file)
      }
      try commit(pending)
    } catch {
      if isNew { rmdir(folder) }
      throw error
    }
  }

  /// Gives files that were written their names, all of them or none.
  ///
  /// Throws ``WritingError``; then all are as they were before.
  public static func commit(_ files: [OutputFile]) throws(WritingError) {
    var done: [String] = []
    func former(_ path: String) -> String { path + ".former" }
    defer { for path in done { unlink(former(path)) } }
    do {
      for file in files {
        unlink(former(file.path))
        // There is none where the file is new.
        link(file.path, former(file.path))
        done.append(file.path)
        try file.commit()
      }
    } catch {
      for path in done where rename(former(path), path) != 0 { unlink(path) }
      throw error
    }
  }
}
