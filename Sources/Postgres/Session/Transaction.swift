import CLibpq

/// A transaction: a session whose statements all take place, or none.
///
/// It is valid for the length of the closure it was passed to, which is the whole transaction: it commits
/// when the closure returns and rolls back when it throws. An error of a statement dooms it, unless a
/// ``savepoint(_:)`` was set before.
public final class Transaction: Session {
  /// Runs a part whose failure undoes that part only: throw out of it, catch, and go on.
  @discardableResult
  public func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
    let failureBefore = connection.failure
    // Sent with the next statement. One name will do: an inner savepoint hides the outer one until released.
    connection.pending.append(Statement(own: "savepoint part"))
    do {
      let value = try body()
      // A failed statement that the body passed over: the release would fail, and say less.
      if connection.transactionStatus == PQTRANS_INERROR, let failure = connection.failure { throw failure }
      connection.pending.append(Statement(own: "release savepoint part"))
      return value
    } catch {
      guard !connection.isBroken else { throw error }
      connection.failure = failureBefore
      connection.pending.append(Statement(own: "rollback to savepoint part"))
      connection.pending.append(Statement(own: "release savepoint part"))
      throw error
    }
  }
}
