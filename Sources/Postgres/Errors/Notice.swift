/// A message of the server that is no error, but a `NOTICE` or `WARNING`.
public struct Notice: Sendable, Hashable {
  /// `NOTICE`, `WARNING`, …, never translated.
  public let severity: String
  /// The kind of the message, `00000` for most.
  public let sqlState: SQLState
  /// The message, in one line, in the server's language.
  public let message: String
  /// More about this case.
  public let detail: String?
  /// What to do about it.
  public let hint: String?
  /// The function of PostgreSQL's source that sent it.
  let sourceFunction: String?

  /// Whether it says that a commit has not been confirmed by its synchronous standby.
  ///
  /// The message is translated and 01000 is any warning, but the name of the function is neither.
  var leavesCommitInDoubt: Bool {
    guard severity == "WARNING" else { return false }
    return sourceFunction == "SyncRepWaitForLSN" || sqlState == .adminShutdown
      || message.hasPrefix("canceling wait for synchronous replication")
  }
}
