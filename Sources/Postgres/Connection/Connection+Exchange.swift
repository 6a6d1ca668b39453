import CLibpq
import Glibc

/// What an exchange with the server may be told beyond its statements.
struct ExchangeOptions {
  /// How long the server may keep us waiting.
  var allowance: Duration
  /// Rows one at a time, so that memory stays flat.
  var singleRows = false
  /// Whether the task's cancellation stops it; a rollback must run all the same.
  var heedsInterrupt = true
  /// Whether what was done stands though it was asked to stop too late: true of COMMIT only.
  var standsIfDone = false
}

extension Connection {
  /// Sends what is pending and these statements in one round trip (libpq's pipeline mode), and reads the
  /// results.
  ///
  /// After an error the server skips the rest. The first error is thrown, after all was read.
  ///
  /// - Parameter receive: called with each result that has succeeded; must not use the connection.
  func exchange(
    _ statements: [Statement], _ options: ExchangeOptions,
    receive: (_ statement: Int, _ result: ServerResult) throws -> Void
  ) throws {
    let ahead = pending
    let own = ahead.count..<ahead.count + statements.count
    let all = ahead + statements + ending
    try begin(options)
    defer { isBusy = false }
    (pending, ending) = ([], [])
    if PQpipelineStatus(handle) == PQ_PIPELINE_OFF { PQenterPipelineMode(handle) }
    for statement in all { try send(statement) }
    guard PQpipelineSync(handle) == 1 else { throw broken() }
    try flush(sql: all.last?.text ?? "")

    var failure: (any Error)?
    for (index, statement) in all.enumerated() {
      if options.singleRows, own.contains(index) { PQsetSingleRowMode(handle) }
      while let result = try nextResult(sql: statement.text) {
        switch result.status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY:
          guard failure == nil, own.contains(index) else { continue }
          do { try receive(index - ahead.count, result) } catch {
            failure = error
            if options.singleRows { stop(.unwanted) }
          }
        case PGRES_PIPELINE_ABORTED:
          break
        case PGRES_FATAL_ERROR, PGRES_NONFATAL_ERROR, PGRES_BAD_RESPONSE:
          let error = error(from: result, sql: statement.text, parameters: statement.parameters.map(\.text))
          if failure == nil { failure = error }
          if isBroken { throw error }
        default:
          throw copyOutOfPlace(sql: statement.text)
        }
      }
    }
    guard let sync = try nextResult(sql: ""), sync.status == PGRES_PIPELINE_SYNC else { throw broken() }
    try conclude(failure, sql: all.last?.text ?? "", options)
  }

  /// Prepares for an exchange.
  func begin(_ options: ExchangeOptions) throws(PostgresError) {
    if isBroken { throw failure ?? .connection("the connection is broken") }
    if isBusy { throw .misuse("a statement can't run in the middle of another one's rows, COPY or pipeline") }
    if options.heedsInterrupt, interrupt?.isRaised == true { throw .cancelled }
    isBusy = true
    notices.clear()
    patience = Patience(allowance: options.allowance, heedsInterrupt: options.heedsInterrupt)
  }

  /// Ends an exchange whose results have all been read.
  func conclude(_ failure: (any Error)?, sql: String, _ options: ExchangeOptions) throws {
    guard patience.stop != nil else {
      if let failure { throw failure }
      return
    }
    if !cancelRequest.settled(within: deadlines.grace) { isBroken = true }
    if patience.stop == .unwanted, let failure { throw failure }
    if failure == nil, options.standsIfDone { return }
    if let failure, (failure as? PostgresError)?.sqlState != .queryCanceled { throw failure }
    throw stopError(sql: sql) ?? .cancelled
  }

  private func send(_ statement: Statement) throws(PostgresError) {
    let types = statement.parameters.map(\.type.oid)
    let sent = withCStrings(statement.parameters.map(\.text)) { values in
      PQsendQueryParams(handle, statement.text, Int32(types.count), types, values, nil, nil, 0)
    }
    if sent == 0 { throw broken() }
  }

  /// Pushes out what has been sent, reading meanwhile so that neither side blocks the other.
  func flush(sql: String) throws(PostgresError) {
    while true {
      let left = PQflush(handle)
      // On failure the server may have said why: the results tell.
      if left <= 0 { return }
      try wait(for: POLLIN | POLLOUT, sql: sql)
      if PQconsumeInput(handle) == 0 { return }
    }
  }

  /// The next result; `nil` when a statement has no more.
  func nextResult(sql: String) throws(PostgresError) -> ServerResult? {
    while PQisBusy(handle) == 1 {
      try wait(for: POLLIN, sql: sql)
      if PQconsumeInput(handle) == 0 { break }
    }
    patience.renew()
    return PQgetResult(handle).map(ServerResult.init(owning:))
  }

  /// Turns a failed result into an error, and notes whether the connection or the transaction is lost.
  func error(
    from result: ServerResult, sql: String, shift: Int = 0, parameters: [String?] = []
  ) -> PostgresError {
    if PQstatus(handle) != CONNECTION_OK { isBroken = true }
    guard var server = ServerError(result, sql: sql, shift: shift) else { return broken() }
    // A pooler does not say whether its server is one; but a begin is refused for no other reason.
    server.isFromStandby =
      isStandby || server.sqlState == .featureNotSupported && sql == TransactionMode.write.begin.text
    server.parameters = parameters
    if server.severity != "ERROR" { isBroken = true }
    return .server(server)
  }

  /// The error for a connection that libpq can't use any more.
  func broken() -> PostgresError {
    isBroken = true
    return .connection(message)
  }

  private func copyOutOfPlace(sql: String) -> PostgresError {
    isBroken = true
    return .misuse("COPY from or to the client runs by copyIn and copyOut: \(shortened(sql))")
  }
}

/// Gives C an array of C strings, all in one piece of memory.
private func withCStrings<Result>(
  _ strings: [String?], _ body: ([UnsafePointer<CChar>?]) -> Result
) -> Result {
  var bytes: [UInt8] = []
  var starts: [Int?] = []
  for string in strings {
    starts.append(string == nil ? nil : bytes.count)
    guard let string else { continue }
    bytes.append(contentsOf: string.utf8)
    bytes.append(0)
  }
  return bytes.withUnsafeBytes { memory in
    let characters = memory.assumingMemoryBound(to: CChar.self).baseAddress
    return body(starts.map { start in start.flatMap { characters?.advanced(by: $0) } })
  }
}
