import CLibpq

/// How a transaction begins.
enum TransactionMode {
  /// One snapshot for all statements, nothing written: what a report is, also on a standby.
  case read
  /// Each statement sees what has been committed before it.
  case write

  var begin: Statement {
    switch self {
    case .read: Statement(own: "begin isolation level repeatable read read only")
    case .write: Statement(own: "begin isolation level read committed read write")
    }
  }
}

extension Connection {
  /// Runs a body between BEGIN, which travels with the settings and the first statement, and COMMIT or
  /// ROLLBACK.
  func transaction<Value>(_ mode: TransactionMode, _ body: (Transaction) throws -> Value) throws -> Value {
    pending = [mode.begin] + settings.map { Statement(setting: $0, isLocal: true) }
    failure = nil
    do {
      let transaction = Transaction(connection: self)
      let value = try body(transaction)
      try commit(within: transaction.deadline)
      return value
    } catch {
      rollback()
      // Ours is no primary any more: the next attempt must look for the present one.
      if mode == .write, (error as? PostgresError)?.isFromReadOnlyServer == true { isBroken = true }
      throw error
    }
  }

  /// Runs a body whose statements stand each for themselves.
  func withoutTransaction<Value>(_ body: (Session) throws -> Value) throws -> Value {
    pending = []
    failure = nil
    defer { rollback() }
    if !settings.isEmpty {
      let statements = settings.map { Statement(setting: $0, isLocal: false) }
      try exchange(statements, ExchangeOptions(allowance: deadlines.statement)) { _, _ in }
    }
    return try body(Session(connection: self))
  }

  private func commit(within deadline: Duration) throws {
    // Nothing was run, or the commit went with what was; what failed and was passed over can't be committed.
    if transactionStatus == PQTRANS_IDLE && !isBroken {
      pending = []
      return
    }
    if let failure, isBroken || transactionStatus == PQTRANS_INERROR { throw failure }
    // A connection already closed by now has surely not committed; later one can't tell.
    if !isAlive { throw broken() }
    if interrupt?.isRaised == true { throw PostgresError.cancelled }
    var tag = ""
    do {
      let options = ExchangeOptions(allowance: deadline, standsIfDone: true)
      try exchange([Statement(own: "commit")], options) { _, result in tag = result.commandTag }
    } catch {
      guard isBroken else { throw error }
      throw PostgresError.outcomeUnknown("\(error)")
    }
    if let warning = notices.recent.first(where: \.leavesCommitInDoubt) {
      throw PostgresError.outcomeUnknown(warning.message)
    }
    if tag != "COMMIT" { throw failure ?? .misuse("the transaction had failed, and was rolled back") }
  }

  /// Ends the transaction if there is one, whatever state it is in, or gives the connection up.
  private func rollback() {
    (pending, ending) = ([], [])
    guard !isBroken, transactionStatus != PQTRANS_IDLE else { return }
    do {
      let options = ExchangeOptions(allowance: deadlines.grace, heedsInterrupt: false)
      try exchange([Statement(own: "rollback")], options) { _, _ in }
    } catch {
      isBroken = true
    }
    if transactionStatus != PQTRANS_IDLE { isBroken = true }
  }
}
