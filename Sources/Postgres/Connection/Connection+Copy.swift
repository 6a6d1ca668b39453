import CLibpq
import Glibc

extension Connection {
  /// Streams what a producer makes into `COPY … FROM STDIN`, no faster than the server takes it.
  ///
  /// - Returns: the number of rows copied.
  func copyIn(
    _ sql: SQL, _ options: ExchangeOptions, from producer: (inout CopyBuffer) throws -> Bool
  ) throws -> Int {
    let (text, shown) = (try sql.inlined(for: handle), try Statement(sql).text)
    try begin(options)
    defer { isBusy = false }
    var ahead = pending.count
    _ = try sendSimple(text)
    var rows = 0
    var failure: (any Error)?
    while let result = try nextResult(sql: shown) {
      switch result.status {
      case PGRES_TUPLES_OK where ahead > 0, PGRES_COMMAND_OK where ahead > 0:
        ahead -= 1
      case PGRES_COPY_IN:
        do { try feed(from: producer, sql: shown) } catch {
          failure = error
          if isBroken { throw error }
        }
      case PGRES_COMMAND_OK:
        rows = result.affectedRows
      case PGRES_FATAL_ERROR, PGRES_NONFATAL_ERROR, PGRES_BAD_RESPONSE:
        failure = failure ?? error(from: result, sql: shown)
        if isBroken { throw failure ?? broken() }
      default:
        isBroken = true
        throw PostgresError.misuse("no COPY FROM STDIN: \(shortened(shown))")
      }
    }
    try conclude(failure, sql: shown, options)
    return rows
  }

  /// Sends chunks until the producer has no more, the server objects, or the task is cancelled.
  private func feed(from producer: (inout CopyBuffer) throws -> Bool, sql: String) throws {
    var buffer = CopyBuffer()
    var goesOn = true
    do {
      while goesOn {
        while goesOn, buffer.count < CopyBuffer.chunk { goesOn = try producer(&buffer) }
        if patience.heedsInterrupt, interrupt?.isRaised == true { throw PostgresError.cancelled }
        guard try put(buffer, sql: sql) else { return }
        buffer.removeAll()
      }
    } catch {
      if !isBroken { _ = try end(with: "the client gave up", sql: sql) }
      throw error
    }
    _ = try end(with: nil, sql: sql)
  }

  /// Sends one chunk and waits until it is gone.
  ///
  /// `false` if the server wants no more: the result tells why.
  private func put(_ buffer: borrowing CopyBuffer, sql: String) throws(PostgresError) -> Bool {
    // An error of an earlier row arrives while we still send.
    if PQconsumeInput(handle) == 0 { return false }
    while true {
      let answer = buffer.withBytes { PQputCopyData(handle, $0.baseAddress, Int32($0.count)) }
      if answer < 0 { return false }
      try flush(sql: sql)
      patience.renew()
      if answer == 1 { return patience.stop == nil }
    }
  }

  private func end(with complaint: String?, sql: String) throws(PostgresError) -> Bool {
    while true {
      let answer = PQputCopyEnd(handle, complaint)
      if answer < 0 { return false }
      try flush(sql: sql)
      if answer == 1 { return true }
    }
  }

  /// Reads `COPY … TO STDOUT`, one call of `body` a row.
  ///
  /// - Returns: the number of rows copied.
  func copyOut(
    _ sql: SQL, _ options: ExchangeOptions, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Int {
    let (text, shown) = (try sql.inlined(for: handle), try Statement(sql).text)
    try begin(options)
    defer { isBusy = false }
    var ahead = pending.count
    _ = try sendSimple(text)
    var rows = 0
    var failure: (any Error)?
    while let result = try nextResult(sql: shown) {
      switch result.status {
      case PGRES_TUPLES_OK where ahead > 0, PGRES_COMMAND_OK where ahead > 0:
        ahead -= 1
      case PGRES_COPY_OUT:
        failure = try drain(into: body, sql: shown)
      case PGRES_COMMAND_OK:
        rows = result.affectedRows
      case PGRES_FATAL_ERROR, PGRES_NONFATAL_ERROR, PGRES_BAD_RESPONSE:
        let error = error(from: result, sql: shown)
        failure = failure ?? error
        if isBroken { throw failure ?? error }
      default:
        isBroken = true
        throw PostgresError.misuse("no COPY TO STDOUT: \(shortened(shown))")
      }
    }
    try conclude(failure, sql: shown, options)
    return rows
  }

  /// Reads all rows, those after an error of `body` for nothing, since the server must be asked to stop.
  ///
  /// - Returns: the error of `body`.
  private func drain(
    into body: (UnsafeRawBufferPointer) throws -> Void, sql: String
  ) throws(PostgresError) -> (any Error)? {
    var failure: (any Error)?
    while true {
      var row: UnsafeMutablePointer<CChar>?
      let length = PQgetCopyData(handle, &row, 1)
      if length < 0 { return failure }
      guard length > 0, let row else {
        try wait(for: POLLIN, sql: sql)
        if PQconsumeInput(handle) == 0 { return failure }
        continue
      }
      defer { PQfreemem(row) }
      patience.renew()
      guard patience.stop == nil else { continue }
      if patience.heedsInterrupt, interrupt?.isRaised == true {
        stop(.cancelled)
        continue
      }
      do { try body(UnsafeRawBufferPointer(start: row, count: Int(length))) } catch {
        failure = error
        stop(.unwanted)
      }
    }
  }
}
