import Glibc

/// An account of the operating system.
struct Account: Sendable, Hashable {
  let user: uid_t
  let group: gid_t
  let name: String

  /// The account this process acts as.
  static func current() throws(LocalPostgresError) -> Account {
    try Account(user: geteuid())
  }

  /// Looks an account up by number.
  ///
  /// PostgreSQL refuses to run, and to know a caller at its socket, without a name for the number.
  init(user: uid_t) throws(LocalPostgresError) {
    guard let account = Self.lookUp({ getpwuid_r(user, $0, $1, $2, $3) }) else {
      throw .accountWithoutName(user: user)
    }
    self = account
  }

  /// Looks an account up by name; nil when the machine has none of that name.
  init?(named name: String) {
    guard let account = Self.lookUp({ getpwnam_r(name, $0, $1, $2, $3) }) else { return nil }
    self = account
  }

  var isCurrent: Bool { user == geteuid() }
  var isRoot: Bool { user == 0 }

  /// Gives the file or folder at the path to the account.
  ///
  /// Only root may do so, and only it needs to.
  func own(_ path: String) throws(LocalPostgresError) {
    guard !isCurrent else { return }
    try SystemCall.run("chown", path) { lchown(path, user, group) }
  }

  private typealias LookUp = (
    UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
    UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
  ) -> Int32

  private static func lookUp(_ call: LookUp) -> Account? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer in
      var entry = passwd()
      return withUnsafeMutablePointer(to: &entry) { entry in
        var found: UnsafeMutablePointer<passwd>?
        guard let base = buffer.baseAddress, call(entry, base, buffer.count, &found) == 0, let found
        else { return nil }
        return Account(
          user: found.pointee.pw_uid, group: found.pointee.pw_gid,
          name: String(cString: found.pointee.pw_name))
      }
    }
  }

  private init(user: uid_t, group: gid_t, name: String) {
    self.user = user
    self.group = group
    self.name = name
  }
}
