import Messages

extension LocalPostgresError {
  /// The descriptions of what goes wrong with a server that is to start, run or stop.
  var serverDescription: Message {
    switch self {
    case .noSpace(let folder, let free, let needed, let reserve):
      """
      There is no space left for the local database in \(folder): \(free.megabytes) free, \
      \(needed.megabytes) needed.
      Free at least \(max(needed - free, 1).megabytes) on that disk, then try again. No data is lost.\
      \(reserve.map { "\nIn need, the reserve \($0) may be deleted." } ?? "")
      """
    case .makingFailed(let lines, let log):
      "The local database could not be made. initdb said (all of it is in \(log)):\n\(lines)"
    case .startFailed(let lines, let log):
      "The local database did not start. Its server said (all of it is in \(log)):\n\(lines)"
    case .noAnswer(let process, let seconds, let log):
      """
      The local database has not answered for \(seconds) s\
      \(process.map { ", though its server runs (process \($0))" } ?? "").
      Its log \(log) may say why. If the server is stuck, end it and try again\
      \(process.map { ": kill -QUIT \($0)" } ?? ".")
      """
    case .lockFileNamesStranger(let lockFile, let process, let title):
      """
      PostgreSQL believes that the local database runs already: \(lockFile) names process \(process), \
      which is another program (\(title)).
      No server uses the database's folder. Wait until that program has ended; or, if it is to go on, \
      remove the file (rm \(lockFile.shellQuoted)). Then try again.
      """
    case .leftoverProcesses(let processes, let dataFolder):
      """
      Processes of an earlier server still use \(dataFolder): \
      \(processes.map(String.init).joined(separator: " ")).
      End them (kill -QUIT \(processes.map(String.init).joined(separator: " "))), then try again.
      """
    case .stopTimedOut(let process, let seconds, let log):
      """
      The server of the local database (process \(process)) has not ended within \(seconds) s.
      It may still be writing; see \(log). To stop it without waiting: kill -QUIT \(process)
      """
    case .busy(let lockFile, let seconds):
      """
      Another process has been making, starting or stopping the local database for \(seconds) s.
      Wait for it, or find it with: fuser \(lockFile.shellQuoted)
      """
    case .notMadeHere(let folder):
      "\(folder) was not made by this program, so it is not removed. Look at it, and remove it by hand."
    case .system(let operation, let path, let code):
      "\(operation)\(path.isEmpty ? "" : " \(path)"): \(SystemCall.message(code))"
    default: ""
    }
  }
}

extension String {
  /// The text as one word of a shell's command line.
  var shellQuoted: String {
    let plain = "/._-+:@%"
    let isPlain = allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || plain.contains($0) }
    if !isEmpty, isPlain { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }
}

extension Int {
  /// Bytes in whole mebibytes, rounded up for what is needed.
  fileprivate var megabytes: String {
    "\((self + 1_048_575) / 1_048_576) MB"
  }
}
