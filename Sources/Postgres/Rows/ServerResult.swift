import CLibpq

/// Owns one `PGresult` and frees it with its last reference.
final class ServerResult {
  let handle: OpaquePointer

  init(owning handle: OpaquePointer) {
    self.handle = handle
  }

  deinit { PQclear(handle) }

  var status: ExecStatusType { PQresultStatus(handle) }
  var rowCount: Int { Int(PQntuples(handle)) }

  /// What was done, such as `INSERT 0 1` or `COMMIT`.
  var commandTag: String { String(cString: PQcmdStatus(handle)) }

  /// Rows inserted, changed, deleted, copied or selected; 0 for other commands.
  var affectedRows: Int { Int(String(cString: PQcmdTuples(handle))) ?? 0 }

  /// The OID of each column's type.
  var columnTypes: [UInt32] { (0..<PQnfields(handle)).map { PQftype(handle, $0) } }

  /// A field of an error or notice, by the letter it has in the protocol.
  func field(_ code: Unicode.Scalar) -> String? {
    PQresultErrorField(handle, CInt(code.value)).map { String(cString: $0) }
  }

  /// The bytes of a value, valid while the result lives; `nil` for NULL.
  func value(row: Int, column: Int) -> UnsafeBufferPointer<UInt8>? {
    let (row, column) = (CInt(row), CInt(column))
    if PQgetisnull(handle, row, column) != 0 { return nil }
    guard let start = PQgetvalue(handle, row, column) else { return nil }
    let raw = UnsafeRawPointer(start)
    return UnsafeBufferPointer(
      start: raw.assumingMemoryBound(to: UInt8.self), count: Int(PQgetlength(handle, row, column)))
  }
}

/// All rows a statement gave.
struct RowSet {
  let result: ServerResult
  let shape: RowShape

  init(_ result: ServerResult, of statement: Statement) {
    self.result = result
    shape = RowShape(of: result, sql: shortened(statement.text))
  }

  var count: Int { result.rowCount }

  subscript(index: Int) -> Row { Row(result: result, index: index, shape: shape) }

  func decode<each Column: SQLDecodable>(
    as types: (repeat (each Column).Type)
  ) throws(PostgresError) -> [(repeat each Column)] {
    var rows: [(repeat each Column)] = []
    rows.reserveCapacity(count)
    for index in 0..<count {
      rows.append(try self[index].decode(as: (repeat (each Column).self)))
    }
    return rows
  }

  func map<Value>(_ transform: (Row) throws -> Value) throws -> [Value] {
    try (0..<count).map { try transform(self[$0]) }
  }
}

/// What the rows of one statement share: the names of their columns, and the SQL for errors.
final class RowShape {
  let columns: [String]
  let sql: String

  init(of result: ServerResult, sql: String) {
    columns = (0..<PQnfields(result.handle)).map { String(cString: PQfname(result.handle, $0)) }
    self.sql = sql
  }
}
