import CLibpq

extension Session {
  /// All rows, each as one value or a tuple of its columns in order.
  ///
  ///     let courses = try tx.rows("select id, name from course", as: (Int.self, String.self))
  public func rows<each Column: SQLDecodable>(
    _ sql: SQL, as types: (repeat (each Column).Type)
  ) throws(PostgresError) -> [(repeat each Column)] {
    try rowSet(of: sql).decode(as: (repeat (each Column).self))
  }

  /// All rows, each as a closure makes of it.
  public func rows<Value>(_ sql: SQL, _ transform: (Row) throws -> Value) throws -> [Value] {
    try rowSet(of: sql).map(transform)
  }

  /// All rows as texts, whatever their columns are, with the OID of each column's type.
  ///
  /// - Parameter isLast: whether the commit travels with it, so that nothing can be asked after it.
  public func table(_ sql: SQL, isLast: Bool = false) throws -> (types: [UInt32], rows: [[String?]]) {
    if isLast { connection.ending = [Statement(own: "commit")] }
    let rows = try rowSet(of: sql)
    let types = rows.result.columnTypes
    return (types, try rows.map { row in try types.indices.map { try row.decode(at: $0, as: String?.self) } })
  }

  /// The only column of the first row, `nil` if there is no row.
  ///
  /// Beside the next one because Swift 6.3 does not see that an optional tuple of one is an optional value.
  public func first<Column: SQLDecodable>(
    _ sql: SQL, as type: Column.Type
  ) throws(PostgresError) -> Column? {
    let rows = try rowSet(of: sql)
    return rows.count == 0 ? nil : try rows[0].decode(as: type)
  }

  /// The first row, `nil` if there is none.
  public func first<each Column: SQLDecodable>(
    _ sql: SQL, as types: (repeat (each Column).Type)
  ) throws(PostgresError) -> (repeat each Column)? {
    let rows = try rowSet(of: sql)
    if rows.count == 0 { return nil }
    return .some(try rows[0].decode(as: (repeat (each Column).self)))
  }

  /// The first row as a closure makes of it, `nil` if there is none.
  public func first<Value>(_ sql: SQL, _ transform: (Row) throws -> Value) throws -> Value? {
    let rows = try rowSet(of: sql)
    return rows.count == 0 ? nil : try transform(rows[0])
  }

  /// The only row.
  ///
  /// Throws ``PostgresError/rowCount(found:sql:)`` if there is none, or more than one.
  public func one<each Column: SQLDecodable>(
    _ sql: SQL, as types: (repeat (each Column).Type)
  ) throws(PostgresError) -> (repeat each Column) {
    try onlyRow(of: sql).decode(as: (repeat (each Column).self))
  }

  /// The only row as a closure makes of it.
  public func one<Value>(_ sql: SQL, _ transform: (Row) throws -> Value) throws -> Value {
    try transform(try onlyRow(of: sql))
  }

  private func onlyRow(of sql: SQL) throws(PostgresError) -> Row {
    let rows = try rowSet(of: sql)
    guard rows.count == 1 else { throw .rowCount(found: rows.count, sql: rows.shape.sql) }
    return rows[0]
  }

  /// Reads rows one by one as they arrive, in flat memory however many they are.
  ///
  /// If `body` throws, the server is asked to stop and the transaction is lost. No other statement can run
  /// meanwhile.
  public func forEachRow(_ sql: SQL, _ body: (Row) throws -> Void) throws {
    let statement = try Statement(sql)
    var shape: RowShape?
    let options = ExchangeOptions(allowance: deadline, singleRows: true)
    try noting {
      try connection.exchange([statement], options) { _, result in
        let known = shape ?? RowShape(of: result, sql: shortened(statement.text))
        shape = known
        // The last result has no row; it only says that the server is through.
        for index in 0..<result.rowCount {
          try body(Row(result: result, index: index, shape: known))
        }
      }
    }
  }
}
