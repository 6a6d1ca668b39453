import Glibc

/// What can go wrong with a local cluster.
///
/// Each case carries what a program needs to act on it; ``description`` says in plain words what
/// happened, where, and how to mend it.
public enum LocalPostgresError: Error, Sendable, Hashable {
  /// No place for the cluster can be told from the environment: these variables are not set, or hold no
  /// absolute path.
  case noHome(variables: [String])
  /// A path holds a character (a comma, a line break) that PostgreSQL can't take in a folder's name.
  case unusablePath(String)
  /// The server's programs were found in none of these folders.
  case serverMissing(searched: [String], package: String, variable: String)
  /// The cluster is of a major version whose programs are not installed.
  case versionMissing(cluster: Int, installed: [Int], dataFolder: String, package: String)
  /// The newest server found is older than this module can use.
  case serverTooOld(found: Int, needed: Int, package: String)

  /// The path of the socket is longer than the system allows.
  case socketPathTooLong(path: String, bytes: Int, limit: Int, variable: String)
  /// The folder for the socket is not safely ours, for this reason.
  case socketFolderUnsafe(path: String, reason: String, variable: String)
  /// The account that runs the server can't enter this folder on the way to its data.
  case unreachable(folder: String, account: String, variable: String)
  /// The cluster belongs to another user of this machine.
  case belongsToAnother(folder: String, user: UInt32)
  /// The number of a user has no name in the system's list of accounts.
  case accountWithoutName(user: UInt32)
  /// Called as root, and no account without privileges was found to run the server.
  case noServerAccount(tried: [String])

  /// Too little room on a disk. `reserve` is the ballast file that may be given up, if there is one.
  case noSpace(folder: String, free: Int, needed: Int, reserve: String?)
  /// Making the cluster failed; the last lines that initdb wrote.
  case makingFailed(lines: String, log: String)
  /// The server ended while it started; the last lines of its log.
  case startFailed(lines: String, log: String)
  /// The server runs but did not answer in time.
  case noAnswer(process: Int32?, seconds: Int, log: String)
  /// A lock file names a living process that is not this cluster's server, and PostgreSQL therefore
  /// won't start.
  case lockFileNamesStranger(lockFile: String, process: Int32, title: String)
  /// Processes of a server that died still use the data folder.
  case leftoverProcesses([Int32], dataFolder: String)
  /// The server did not end in time.
  case stopTimedOut(process: Int32, seconds: Int, log: String)
  /// Another process has been making, starting or stopping the cluster for all the time we waited.
  case busy(lockFile: String, seconds: Int)
  /// A folder is to be destroyed that this module did not make.
  case notMadeHere(folder: String)

  /// A call of the operating system failed.
  case system(operation: String, path: String, code: Int32)
}
