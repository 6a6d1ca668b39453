import CLibpq

extension Connection {
  /// Sends text as a simple query, which may hold several statements or COPY, and what is pending before it.
  ///
  /// The caller reads the results.
  ///
  /// - Returns: the number of characters sent before `text`, by which the server's positions are off.
  func sendSimple(_ text: String) throws(PostgresError) -> Int {
    if PQpipelineStatus(handle) != PQ_PIPELINE_OFF, PQexitPipelineMode(handle) == 0 { throw broken() }
    let prefix = pending.map { $0.text + ";\n" }.joined()
    pending = []
    if PQsendQuery(handle, prefix + text) == 0 { throw broken() }
    try flush(sql: text)
    return prefix.unicodeScalars.count
  }

  /// Runs a script of any number of statements, and returns the tag of the last, such as `CREATE TABLE`.
  @discardableResult
  func script(_ sql: SQL, _ options: ExchangeOptions) throws -> String {
    let text = try sql.inlined(for: handle)
    try begin(options)
    defer { isBusy = false }
    let shift = try sendSimple(text)
    var tag = ""
    var failure: PostgresError?
    while let result = try nextResult(sql: text) {
      switch result.status {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
        tag = result.commandTag
      case PGRES_FATAL_ERROR, PGRES_NONFATAL_ERROR, PGRES_BAD_RESPONSE:
        failure = failure ?? error(from: result, sql: text, shift: shift)
        if isBroken { throw failure ?? broken() }
      default:
        isBroken = true
        throw PostgresError.misuse("a script can't contain COPY from or to the client")
      }
    }
    try conclude(failure, sql: text, options)
    return tag
  }
}
