/// A column and the value that is said for it, if any.
///
/// What a verb may be told of a row is a list of these; INSERT and UPDATE are made of what is said.
public struct Assignment: Sendable {
  let column: String
  /// `nil` says nothing.
  let value: SQL?

  /// A value, or none.
  ///
  /// - Parameter isCleared: whether it is said that the column be NULL, which goes before a value.
  public init(_ column: StaticString, _ value: (some SQLEncodable)?, isCleared: Bool = false) {
    self.init(column, by: value.map { "\($0)" }, isCleared: isCleared)
  }

  /// The value of an expression.
  public init(_ column: StaticString, by value: SQL?, isCleared: Bool = false) {
    self.column = column.description
    self.value = isCleared ? "null" : value
  }
}

extension [Assignment] {
  /// Those that say something; of several of one column the first.
  fileprivate var said: [(column: SQL, value: SQL)] {
    var columns: Set<String> = []
    return compactMap { one in
      guard let value = one.value, columns.insert(one.column).inserted else { return nil }
      return ("\(identifier: one.column)", value)
    }
  }
}

extension Session {
  /// Inserts a row of what is said, each other column by its default.
  ///
  /// - Returns: its `id`.
  @discardableResult
  public func insert(into table: StaticString, _ assignments: [Assignment]) throws(PostgresError) -> Int {
    let said = assignments.said
    return try one(
      """
      insert into \(identifier: table.description) (\(fragment: .joined(said.map(\.column), separator: ", ")))
      values (\(fragment: .joined(said.map(\.value), separator: ", "))) returning id
      """, as: Int.self)
  }

  /// Inserts the row of a key, or changes what is said of the one that is there.
  public func upsert(
    into table: StaticString, key: Assignment, _ assignments: [Assignment]
  ) throws(PostgresError) {
    let said = ([key] + assignments).said
    let columns: SQL = .joined(said.map(\.column), separator: ", ")
    let proposed: SQL = .joined(said.map { "excluded.\(fragment: $0.column)" }, separator: ", ")
    try execute(
      """
      insert into \(identifier: table.description) (\(fragment: columns))
      values (\(fragment: .joined(said.map(\.value), separator: ", ")))
      on conflict (\(identifier: key.column))
      do update set (\(fragment: columns)) = row(\(fragment: proposed))
      """)
  }

  /// Changes what is said of the rows that a condition names; nothing said changes nothing.
  ///
  /// - Parameter isOnlyIfOther: whether rows that have these values already are left alone.
  public func update(
    _ table: StaticString, _ assignments: [Assignment], where condition: SQL, isOnlyIfOther: Bool = false
  ) throws(PostgresError) {
    let said = assignments.said
    if said.isEmpty { return }
    let columns: SQL = .joined(said.map(\.column), separator: ", ")
    let values: SQL = .joined(said.map(\.value), separator: ", ")
    let others: SQL = "and row(\(fragment: columns)) is distinct from row(\(fragment: values))"
    try execute(
      """
      update \(identifier: table.description) set (\(fragment: columns)) = row(\(fragment: values))
      where \(fragment: condition) \(fragment: isOnlyIfOther ? others : "")
      """)
  }
}
