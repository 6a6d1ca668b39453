import CLibpq

/// A connection lent for the length of a closure: the verbs that run SQL.
///
/// They are ``execute(_:)``, `rows`, `one`, `first`, `forEachRow`, `copyIn`, `copyOut`, `pipeline` and
/// ``runScript(_:)``. All block until the server has answered, and throw ``PostgresError`` if it refuses or
/// keeps silent for longer than ``deadline``.
///
/// In a plain session (``Database/withoutTransaction(_:)``) each statement commits by itself.
public class Session {
  let connection: Connection

  /// How long the server may take over each statement from here to the end of the closure.
  public var deadline: Duration

  init(connection: Connection) {
    self.connection = connection
    deadline = connection.deadlines.statement
  }

  /// Whether the task that was lent this session has been cancelled meanwhile: a question for work that waits
  /// for something else than the server.
  public var isCancelled: @Sendable () -> Bool {
    let interrupt = connection.interrupt
    return { interrupt?.isRaised == true }
  }

  /// The server's version as libpq counts it: 150004 is 15.4.
  public var serverVersion: Int { Int(PQserverVersion(connection.handle)) }

  /// Whether the server is a standby, which can only be read.
  public var isStandby: Bool { connection.isStandby }

  /// The process of this session on the server, as in `pg_stat_activity`.
  public var backendPID: Int32 { PQbackendPID(connection.handle) }

  /// Runs a statement and returns the number of rows it inserted, changed, deleted or found.
  @discardableResult
  public func execute(_ sql: SQL) throws(PostgresError) -> Int {
    try rowSet(of: sql).result.affectedRows
  }

  /// Sends a statement with the next one, in its round trip, and leaves its rows unread; where it fails, the
  /// next one fails by its error.
  public func ahead(_ sql: SQL) throws(PostgresError) {
    connection.pending.append(try Statement(inlined: sql, for: connection.handle))
  }

  /// Whether nothing waits to be sent with the next statement.
  public var isSent: Bool { connection.pending.isEmpty }

  /// Runs a script of several statements, or DDL, in which parameters are allowed, being written into it.
  ///
  /// They are written with a cast (`'5s'::text`). Where the grammar has no place for one, as in `set` and
  /// `alter role`, interpolate `\(value, as: .unknown)`.
  ///
  /// In a plain session the whole script is one transaction unless it holds transaction commands.
  public func runScript(_ sql: SQL) throws(PostgresError) {
    _ = try watched { try connection.script(sql, ExchangeOptions(allowance: deadline)) }
  }

  /// Runs a statement and keeps its whole result.
  func rowSet(of sql: SQL) throws(PostgresError) -> RowSet {
    let statement = try Statement(sql)
    var last: ServerResult?
    try watched {
      try connection.exchange([statement], ExchangeOptions(allowance: deadline)) { last = $1 }
    }
    guard let last else { throw .connection("no result") }
    return RowSet(last, of: statement)
  }

  /// Runs what can only throw ``PostgresError``.
  func watched<Value>(_ work: () throws -> Value) throws(PostgresError) -> Value {
    do { return try noting(work) } catch let error as PostgresError { throw error } catch {
      throw .misuse("\(error)")
    }
  }

  /// Remembers the failure that dooms the transaction, in case the body passes over it.
  func noting<Value>(_ work: () throws -> Value) throws -> Value {
    do { return try work() } catch {
      let isDoomed = connection.isBroken || connection.transactionStatus == PQTRANS_INERROR
      if isDoomed, connection.failure == nil { connection.failure = error as? PostgresError }
      throw error
    }
  }
}
