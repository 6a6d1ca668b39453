/// The door to one PostgreSQL database: transactions as closures, on a small pool of connections.
///
///     let database = Database { ConnectionSettings(dsn: dsn) }
///     let names = try await database.read { tx in
///       try tx.rows("select name from course order by name", as: String.self)
///     }
///
/// The closures are synchronous and run whole on the connection's own thread: transactions never interleave,
/// and waiting for the server blocks nobody else.
///
/// Cancelling the task cancels the statement on the server, rolls back, and throws `CancellationError`.
public final class Database: Sendable {
  private let pool: Pool
  private let onWait: @Sendable (PostgresError) -> Void

  /// Makes a database; nothing is connected before the first use.
  ///
  /// - Parameters:
  ///   - maxConnections: how many connections there may be at once. Who finds none free waits.
  ///   - deadlines: how long to wait for the server.
  ///   - onNotice: called with each notice or warning, on the connection's thread.
  ///   - onWait: called where a transaction is run again for longer than a second, with the reason.
  ///   - settings: called on that thread before each new connection; it may block, to start a server.
  public init(
    maxConnections: Int = 4, deadlines: Deadlines = Deadlines(),
    onNotice: (@Sendable (Notice) -> Void)? = nil,
    onWait: @escaping @Sendable (PostgresError) -> Void = { _ in },
    settings: @escaping @Sendable () throws -> ConnectionSettings
  ) {
    self.onWait = onWait
    pool = Pool(limit: maxConnections) {
      Lane { try Connection.open(settings(), deadlines: deadlines, onNotice: onNotice) }
    }
  }

  /// Runs a reading transaction: REPEATABLE READ, READ ONLY, so that all statements see one state.
  ///
  /// - Parameters:
  ///   - retry: for how long to run `body` again, whole, after failures that may pass. On a standby a
  ///     conflict with recovery is retried once only.
  ///   - body: gets the transaction; its errors are thrown on.
  public func read<Value: Sendable>(
    retry: RetryPolicy = .none, _ body: @Sendable (Transaction) throws -> Value
  ) async throws -> Value {
    try await retrying(retry, isWrite: false, isIdempotent: true, onWait: onWait) {
      try await perform { try $0.transaction(.read, body) }
    }
  }

  /// Runs a writing transaction: READ COMMITTED.
  ///
  /// It commits if `body` returns and rolls back if it throws.
  ///
  /// - Parameters:
  ///   - retry: for how long to run `body` again, whole, after failures that may pass. To be seen as such
  ///     they must leave `body` as the ``PostgresError`` they are.
  ///   - idempotent: whether `body` may run again though it may have been committed already. It then begins
  ///     by inserting a key of its own, and on meeting it returns what was done before.
  ///     If `false`, ``PostgresError/outcomeUnknown(_:)`` is thrown at once.
  ///   - body: gets the transaction; its errors are thrown on.
  @discardableResult
  public func write<Value: Sendable>(
    retry: RetryPolicy = .none, idempotent: Bool = false, _ body: @Sendable (Transaction) throws -> Value
  ) async throws -> Value {
    try await retrying(retry, isWrite: true, isIdempotent: idempotent, onWait: onWait) {
      try await perform { try $0.transaction(.write, body) }
    }
  }

  /// Runs statements that each commit by themselves, such as `create database` and `vacuum`, which refuse to
  /// be part of a transaction.
  ///
  /// Settings made by `set` stay with the connection when others use it later.
  @discardableResult
  public func withoutTransaction<Value: Sendable>(
    _ body: @Sendable (Session) throws -> Value
  ) async throws -> Value {
    try await perform { try $0.withoutTransaction(body) }
  }

  /// Closes idle connections now, the others when their transactions end.
  ///
  /// The database can't be used again.
  public func close() async {
    await pool.close()
  }

  private func perform<Value: Sendable>(
    _ work: @Sendable (Connection) throws -> Value
  ) async throws -> Value {
    let interrupt = try Interrupt()
    let lane = try await pool.take()
    let result: Result<Value, any Error>
    do {
      result = .success(
        try await withTaskCancellationHandler {
          try await lane.run(interrupt, work)
        } onCancel: {
          interrupt.raise()
        })
    } catch PostgresError.cancelled {
      result = .failure(CancellationError())
    } catch {
      result = .failure(error)
    }
    await pool.giveBack(lane)
    return try result.get()
  }
}
