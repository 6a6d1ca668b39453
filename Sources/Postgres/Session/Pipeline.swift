/// Statements to be sent together, in one round trip.
///
///     let (students, seats) = try tx.pipeline { p in
///       (p.add("select id from student", as: Int.self), p.add("select seats from cohort", as: Int.self))
///     }
///     print(students.value.count)
public final class Pipeline {
  /// The promise of a statement's result, kept when `pipeline` returns.
  public final class Pending<Value> {
    fileprivate var kept: Value?

    /// The result.
    ///
    /// To ask for it inside the closure of `pipeline` is a mistake that ends the program.
    public var value: Value {
      guard let kept else { preconditionFailure("a pipeline's results are there when pipeline { } returns") }
      return kept
    }
  }

  fileprivate var statements: [Statement] = []
  fileprivate var readers: [(ServerResult) throws -> Void] = []

  /// Adds a statement; the result is the number of rows it inserted, changed, deleted or found.
  @discardableResult
  public func add(_ sql: SQL) throws(PostgresError) -> Pending<Int> {
    try enqueue(sql) { rows in rows.result.affectedRows }
  }

  /// Adds a statement; the result is its rows, each as one value or a tuple of its columns in order.
  public func add<each Column: SQLDecodable>(
    _ sql: SQL, as types: (repeat (each Column).Type)
  ) throws(PostgresError) -> Pending<[(repeat each Column)]> {
    try enqueue(sql) { rows in try rows.decode(as: (repeat (each Column).self)) }
  }

  /// Adds a statement; the result is its rows, each as a closure makes of it.
  public func add<Value>(
    _ sql: SQL, _ transform: @escaping (Row) throws -> Value
  ) throws(PostgresError) -> Pending<[Value]> {
    try enqueue(sql) { rows in try rows.map(transform) }
  }

  private func enqueue<Value>(
    _ sql: SQL, reading read: @escaping (RowSet) throws -> Value
  ) throws(PostgresError) -> Pending<Value> {
    let statement = try Statement(sql)
    let pending = Pending<Value>()
    statements.append(statement)
    readers.append { result in pending.kept = try read(RowSet(result, of: statement)) }
    return pending
  }
}

extension Session {
  /// Sends several statements in one round trip.
  ///
  /// Their results are there when this returns.
  ///
  /// After a statement that fails the server skips the others, and its error is thrown.
  @discardableResult
  public func pipeline<Value>(_ build: (Pipeline) throws -> Value) throws -> Value {
    let pipeline = Pipeline()
    let value = try build(pipeline)
    if pipeline.statements.isEmpty { return value }
    var results: [(Int, ServerResult)] = []
    try noting {
      try connection.exchange(pipeline.statements, ExchangeOptions(allowance: deadline)) {
        results.append(($0, $1))
      }
    }
    for (index, result) in results { try pipeline.readers[index](result) }
    return value
  }
}
