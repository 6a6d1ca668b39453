/// One row of a result: a view into libpq's memory that decodes on demand.
///
///     try row["code", as: String.self]
///     let code: CohortCode = try row.decode("code")
///     let (id, name) = try row.decode(as: (Int.self, String?.self))
///
/// Decoding throws ``PostgresError/decoding(_:)``, which names column, type and statement, never the value.
public struct Row {
  let result: ServerResult
  let index: Int
  let shape: RowShape

  /// The names of the columns, in order.
  public var columns: [String] { shape.columns }

  /// The value of a column, by its name.
  public subscript<Value: SQLDecodable>(name: String, as type: Value.Type = Value.self) -> Value {
    get throws(PostgresError) { try decode(name) }
  }

  /// The value of a column, by its name.
  public func decode<Value: SQLDecodable>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(PostgresError) -> Value {
    guard let column = shape.columns.firstIndex(of: name) else {
      throw failure(name, type, .noSuchColumn)
    }
    return try decode(at: column)
  }

  /// The value of a column, by its place, counted from 0.
  public func decode<Value: SQLDecodable>(
    at column: Int, as type: Value.Type = Value.self
  ) throws(PostgresError) -> Value {
    guard shape.columns.indices.contains(column) else {
      throw failure("number \(column + 1)", type, .noSuchColumn)
    }
    guard let bytes = result.value(row: index, column: column) else {
      if let null = Value.sqlNull { return null }
      throw failure(shape.columns[column], type, .null)
    }
    guard let text = String(validating: bytes, as: UTF8.self), let value = Value(sqlText: text) else {
      throw failure(shape.columns[column], type, .unreadable)
    }
    return value
  }

  /// All columns in order, as one value or a tuple.
  ///
  /// Their number must be that of the types.
  public func decode<each Value: SQLDecodable>(
    as types: (repeat (each Value).Type)
  ) throws(PostgresError) -> (repeat each Value) {
    var column = 0
    func next<Next: SQLDecodable>(_ type: Next.Type) throws(PostgresError) -> Next {
      defer { column += 1 }
      return try decode(at: column)
    }
    let values = (repeat try next((each Value).self))
    guard column == shape.columns.count else {
      throw failure(shape.columns[column], (repeat each Value).self, .notAskedFor)
    }
    return values
  }

  /// Whether a column is NULL.
  func isNull(_ name: String) throws(PostgresError) -> Bool {
    guard let column = shape.columns.firstIndex(of: name) else {
      throw failure(name, Any?.self, .noSuchColumn)
    }
    return result.value(row: index, column: column) == nil
  }

  func failure(
    _ column: String, _ type: Any.Type, _ reason: DecodingFailure.Reason
  ) -> PostgresError {
    .decoding(DecodingFailure(column: column, type: String(describing: type), reason: reason, sql: shape.sql))
  }
}
