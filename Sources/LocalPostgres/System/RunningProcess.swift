import Glibc

/// A process as `/proc` shows it.
struct RunningProcess: Sendable, Hashable {
  let identifier: pid_t
  /// Dead, but its parent has not asked for its end yet; PostgreSQL takes it for alive.
  let isZombie: Bool
  /// Its name as the kernel keeps it, at most 15 bytes.
  let name: String
  /// Its working folder; nil when we may not see it.
  let folder: String?
  /// The words it was started with; empty for a zombie.
  let words: [String]

  /// Looks a process up; nil when there is none of that number.
  init?(_ identifier: pid_t) {
    let entry = "/proc/\(identifier)"
    // `4711 (name) S …`: the name may hold blanks and parentheses, so the last parenthesis counts.
    guard identifier > 0, let status = File(entry + "/stat").text,
      let open = status.firstIndex(of: "("), let close = status.lastIndex(of: ")")
    else { return nil }
    self.identifier = identifier
    name = String(status[status.index(after: open)..<close])
    isZombie = status[close...].dropFirst(2).first.map { $0 == "Z" || $0 == "X" } ?? true
    folder = Self.target(of: entry + "/cwd")
    words = (File(entry + "/cmdline").text ?? "").split(separator: "\0").map(String.init)
  }

  /// All processes of the machine that we can see.
  static var all: [RunningProcess] {
    Folder("/proc").names.compactMap { pid_t($0) }.compactMap { RunningProcess($0) }
  }

  /// Whether this is the chief process of a server for the data folder.
  ///
  /// A server works in its data folder; where that can't be seen, the words it was started with tell.
  func serves(_ dataFolder: Folder) -> Bool {
    guard !isZombie, name.hasPrefix("postgres") || name == "postmaster" else { return false }
    if let folder { return folder == dataFolder.resolved }
    return words.contains(dataFolder.path)
  }

  /// The process in the words of a command line, for messages.
  var title: String {
    words.isEmpty ? name : words.joined(separator: " ")
  }

  private static func target(of link: String) -> String? {
    withUnsafeTemporaryAllocation(byteCount: Int(PATH_MAX), alignment: 1) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let count = readlink(link, base, buffer.count)
      return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
    }
  }
}
