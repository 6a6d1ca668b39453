extension Session {
  /// Streams rows into `copy … from stdin`, in chunks, no faster than the server takes them.
  ///
  /// The producer is called again and again to add rows, until it returns `false`: nothing more to come. If
  /// it throws, nothing of the COPY remains and the error is thrown on.
  ///
  ///     try tx.copyIn("copy staging from stdin") { buffer in
  ///       guard let line = lines.next() else { return false }
  ///       buffer.append(line.number)
  ///       buffer.append(line.name)
  ///       buffer.endRow()
  ///       return true
  ///     }
  ///
  /// - Returns: the number of rows copied.
  @discardableResult
  public func copyIn(_ sql: SQL, from producer: (inout CopyBuffer) throws -> Bool) throws -> Int {
    try noting { try connection.copyIn(sql, ExchangeOptions(allowance: deadline), from: producer) }
  }

  /// Reads `copy … to stdout`: one call of `body` a row, with its newline, whose bytes it must not keep.
  ///
  /// If `body` throws, the server is asked to stop and the transaction is lost.
  ///
  /// - Returns: the number of rows copied.
  @discardableResult
  public func copyOut(_ sql: SQL, _ body: (UnsafeRawBufferPointer) throws -> Void) throws -> Int {
    try noting { try connection.copyOut(sql, ExchangeOptions(allowance: deadline), body) }
  }
}
