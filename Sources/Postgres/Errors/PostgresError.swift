/// Everything that can go wrong between this module and PostgreSQL.
///
///     catch let error as PostgresError where error.sqlState == .uniqueViolation { … }
public enum PostgresError: Error, Sendable, Equatable {
  /// The server refused a statement, or the connection, and said why.
  indirect case server(ServerError)
  /// No connection could be made, or the one in use broke. libpq's own words.
  case connection(String)
  /// Settings with which no server can be reached: a malformed DSN, a missing password.
  case configuration(String)
  /// The server kept us waiting longer than allowed. Nothing of the transaction remains.
  case deadline(after: Duration, sql: String)
  /// The task was cancelled while a statement ran. ``Database`` turns it into `CancellationError`.
  case cancelled
  /// COMMIT was sent and its answer was lost, or was not that of a safe commit: the work may be done or not.
  case outcomeUnknown(String)
  /// A column could not be read as the type wanted.
  case decoding(DecodingFailure)
  /// A value that PostgreSQL can't hold, such as U+0000 in a text.
  case encoding(String)
  /// Exactly one row was wanted.
  case rowCount(found: Int, sql: String)
  /// The caller broke a rule of this module, for example ran a statement in the middle of another's rows.
  case misuse(String)

  /// The server's code, if the server answered.
  public var sqlState: SQLState? { serverError?.sqlState }

  /// The server's error, if the server answered.
  public var serverError: ServerError? {
    guard case .server(let error) = self else { return nil }
    return error
  }
}

extension PostgresError: CustomStringConvertible {
  /// What happened, for a log or a terminal; several lines where the server said more.
  public var description: String {
    switch self {
    case .server(let error): error.description
    case .connection(let message): message
    case .configuration(let message): message
    case .deadline(let duration, let sql): "no answer within \(duration): \(sql)"
    case .cancelled: "cancelled"
    case .outcomeUnknown(let reason): "the commit may or may not have taken place: \(reason)"
    case .decoding(let failure): failure.description
    case .encoding(let message): message
    case .rowCount(let found, let sql): "one row wanted, \(found) found: \(sql)"
    case .misuse(let message): message
    }
  }
}
