extension Row {
  /// The whole row as a value whose properties are named as the columns: `beginsOn` is read of `begins_on`.
  ///
  /// Each property is ``SQLDecodable``, or one of the parts.
  ///
  /// - Parameter parts: properties that are read already, by their names.
  public func decode<Value: Decodable>(
    _ type: Value.Type = Value.self, with parts: [String: (any Sendable)?] = [:]
  ) throws -> Value {
    try Value(from: RowDecoder(row: self, parts: parts))
  }

  fileprivate func value<Value>(of column: String, as type: Value.Type) throws -> Value {
    guard let readable = type as? any SQLDecodable.Type else { throw failure(column, type, .unreadable) }
    let value: any SQLDecodable = try decode(column, as: readable)
    guard let value = value as? Value else { throw failure(column, type, .unreadable) }
    return value
  }
}

extension Session {
  /// All rows, each as a value whose properties are named as the columns.
  ///
  ///     try tx.rows("select code, begins_on from cohort", of: Cohort.self)
  public func rows<Value: Decodable>(_ sql: SQL, of type: Value.Type) throws -> [Value] {
    try rows(sql) { try $0.decode(type) }
  }

  /// The first row as such a value, `nil` if there is none.
  public func first<Value: Decodable>(
    _ sql: SQL, of type: Value.Type, with parts: [String: (any Sendable)?] = [:]
  ) throws -> Value? {
    try first(sql) { try $0.decode(type, with: parts) }
  }

  /// The only row as such a value.
  public func one<Value: Decodable>(
    _ sql: SQL, of type: Value.Type, with parts: [String: (any Sendable)?] = [:]
  ) throws -> Value {
    try one(sql) { try $0.decode(type, with: parts) }
  }
}

/// Gives a `Decodable` type the columns of a row for its properties.
private struct RowDecoder: Decoder {
  let row: Row
  let parts: [String: (any Sendable)?]
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static let isFlat = PostgresError.misuse("a row is read as a value with properties, each of one column")

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Columns(row: row, parts: parts))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Self.isFlat }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw Self.isFlat }

  private struct Columns<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let row: Row
    let parts: [String: (any Sendable)?]
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    // A column that is missing is an error, also of what may be nil.
    func contains(_ key: Key) -> Bool { true }

    func decodeNil(forKey key: Key) throws -> Bool {
      if let part = parts[key.stringValue] { return part == nil }
      return try row.isNull(column(key))
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      guard let part = parts[key.stringValue] else { return try row.value(of: column(key), as: type) }
      guard let value = part as? Value else { throw row.failure(key.stringValue, type, .unreadable) }
      return value
    }

    private func column(_ key: Key) -> String {
      key.stringValue.reduce(into: "") { name, character in
        name += character.isUppercase ? "_" + character.lowercased() : String(character)
      }
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { throw isFlat }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw isFlat }

    func superDecoder() throws -> any Decoder { throw isFlat }

    func superDecoder(forKey key: Key) throws -> any Decoder { throw isFlat }
  }
}
