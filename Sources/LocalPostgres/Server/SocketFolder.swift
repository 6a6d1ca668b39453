import Glibc

/// The folder that holds the socket of a server, and nothing else.
///
/// It must be safe: whoever can write to it could put up a server of his own and have us talk to it.
struct SocketFolder: Sendable, Hashable {
  /// No second server shares the folder, so that the number, which names the socket, never varies.
  static let port = 5432
  /// What fits into a socket's address, without the byte that ends it.
  static let longestPath = 107

  let path: String
  /// The folder above, where it is to be made as well.
  private(set) var parentToMake: String?

  init(_ path: String) {
    self.path = path
  }

  var socket: String { "\(path)/.s.PGSQL.\(Self.port)" }
  /// The socket has a lock file of its own, with a process number of its own.
  var lockFile: String { socket + ".lock" }

  /// Chooses the folder: where the user said, else in the folder of the login session, else in `/tmp`.
  ///
  /// The session's folder goes when its user logs out. The server then has no socket any more, and is
  /// started again by whoever needs it next.
  static func chosen(
    for location: Cluster.Location, account: Account
  ) throws(LocalPostgresError) -> SocketFolder {
    let name = hash(of: location.home)
    if let explicit = location.socketFolder {
      let folder = SocketFolder("\(explicit)/\(location.program)-\(name)")
      let isUsable = !folder.path.contains { $0 == "," || $0.isNewline }
      guard isUsable else { throw .unusablePath(folder.path) }
      guard folder.fits else {
        throw .socketPathTooLong(
          path: folder.socket, bytes: folder.socket.utf8.count, limit: longestPath,
          variable: location.variables.sockets)
      }
      return folder
    }
    if let runtime = location.runtimeFolder, isUsable(runtime, by: account) {
      let folder = SocketFolder("\(runtime)/\(location.program)-\(name)")
      if folder.fits, !folder.path.contains(",") { return folder }
    }
    let parent = "/tmp/\(location.program)-\(account.user)"
    var folder = SocketFolder("\(parent)/\(name)")
    folder.parentToMake = parent
    return folder
  }

  /// Makes the folder if it isn't there, and makes sure that only the account can enter it.
  func prepare(for account: Account, _ location: Cluster.Location) throws(LocalPostgresError) {
    for path in [parentToMake, path].compactMap(\.self) {
      try Folder(path).create(mode: 0o700, owner: account)
      if let reason = Self.danger(of: path, for: account) {
        throw .socketFolderUnsafe(path: path, reason: reason, variable: location.variables.sockets)
      }
    }
  }

  /// Removes the folder when nothing but the server's own files is in it.
  func remove() throws(LocalPostgresError) {
    try File(socket).remove()
    try File(lockFile).remove()
    try Folder(path).removeIfEmpty()
    if let parentToMake { try Folder(parentToMake).removeIfEmpty() }
  }

  /// Why the folder can't be trusted; nil if it can.
  static func danger(of path: String, for account: Account) -> String? {
    guard let status = FileStatus(of: path) else { return "can't be reached" }
    if status.kind == .link { return "is a symbolic link" }
    if status.kind != .folder { return "is not a folder" }
    if status.owner != account.user {
      return "belongs to user number \(status.owner), not to \(account.name)"
    }
    if status.permissions & 0o077 != 0 { return "is open to other users" }
    return nil
  }

  private var fits: Bool { socket.utf8.count <= Self.longestPath }

  private static func isUsable(_ runtime: String, by account: Account) -> Bool {
    account.isCurrent && danger(of: runtime, for: account) == nil
  }

  /// A short name for a long path (64 bits of FNV-1a).
  ///
  /// It only keeps the clusters of one user apart: what is in the folder is checked, not believed.
  private static func hash(of path: String) -> String {
    let hash = path.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
