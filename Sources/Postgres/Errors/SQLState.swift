/// A code by which PostgreSQL names the kind of an error: five letters or digits, the first two its class.
///
/// See <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
public struct SQLState: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The five characters.
  public let code: String

  /// A code as the server sent it.
  public init(_ code: String) { self.code = code }

  /// A code as a literal, `"23505"`.
  public init(stringLiteral value: String) { code = value }

  /// The first two characters.
  public var codeClass: String { String(code.prefix(2)) }

  /// The five characters.
  public var description: String { code }

  /// Lets a code stand as a pattern: `catch SQLState.uniqueViolation`.
  public static func ~= (pattern: SQLState, error: any Error) -> Bool {
    (error as? PostgresError)?.sqlState == pattern
  }
}

extension SQLState {
  /// 01000: a warning, as one has when a commit stopped waiting for its standby.
  public static let warning: SQLState = "01000"
  /// 0A000: what the server can't do, as a standby can't begin a transaction that writes.
  public static let featureNotSupported: SQLState = "0A000"
  /// 22P02: text that is no value of the type.
  public static let invalidTextRepresentation: SQLState = "22P02"
  /// 23502: NULL in a column that must have a value.
  public static let notNullViolation: SQLState = "23502"
  /// 23503: a row that is referred to does not exist, or is referred to still.
  public static let foreignKeyViolation: SQLState = "23503"
  /// 23505: the same key twice.
  public static let uniqueViolation: SQLState = "23505"
  /// 23514: a CHECK is not fulfilled.
  public static let checkViolation: SQLState = "23514"
  /// 23P01: an exclusion constraint, such as one against overlaps.
  public static let exclusionViolation: SQLState = "23P01"
  /// 25006: a write in a read-only transaction, or on a standby.
  public static let readOnlyTransaction: SQLState = "25006"
  /// 25P02: a statement after a failed one in the same transaction.
  public static let inFailedTransaction: SQLState = "25P02"
  /// 28P01: the password is wrong.
  public static let invalidPassword: SQLState = "28P01"
  /// 3D000: no such database.
  public static let invalidCatalogName: SQLState = "3D000"
  /// 40001: run the transaction again; also "conflict with recovery" on a standby.
  public static let serializationFailure: SQLState = "40001"
  /// 40P01: transactions wait for each other in a circle.
  public static let deadlockDetected: SQLState = "40P01"
  /// 42501: the role may not do this.
  public static let insufficientPrivilege: SQLState = "42501"
  /// 42601: the text is no SQL.
  public static let syntaxError: SQLState = "42601"
  /// 42P01: no such table.
  public static let undefinedTable: SQLState = "42P01"
  /// 42P04: the database exists already.
  public static let duplicateDatabase: SQLState = "42P04"
  /// 53100: the server's disk is full.
  public static let diskFull: SQLState = "53100"
  /// 53300: the server has no connection left.
  public static let tooManyConnections: SQLState = "53300"
  /// 55P03: a lock was not to be had at once, or within `lock_timeout`.
  public static let lockNotAvailable: SQLState = "55P03"
  /// 57014: cancelled, by a request or a timeout of the server's.
  public static let queryCanceled: SQLState = "57014"
  /// 57P01: the server is being shut down, or the session was terminated.
  public static let adminShutdown: SQLState = "57P01"
  /// 57P02: the server stops because another session crashed.
  public static let crashShutdown: SQLState = "57P02"
  /// 57P03: the server is starting, stopping or recovering.
  public static let cannotConnectNow: SQLState = "57P03"
}
