/// Why a column could not be read as the type wanted.
///
/// Never contains the value.
public struct DecodingFailure: Sendable, Hashable, CustomStringConvertible {
  /// What was wrong.
  public enum Reason: String, Sendable {
    /// The value is NULL and the type has no place for it.
    case null = "is NULL"
    /// The text is no value of the type.
    case unreadable = "can't be read"
    /// The result has no column of this name or number.
    case noSuchColumn = "does not exist"
    /// The result has more columns than were asked for; this is the first of them.
    case notAskedFor = "was not asked for"
  }

  /// The column's name.
  public let column: String
  /// The Swift type wanted.
  public let type: String
  /// What was wrong.
  public let reason: Reason
  /// The statement, shortened.
  public let sql: String

  /// One line: column, reason, type, statement.
  public var description: String { "column \"\(column)\" \(reason.rawValue) as \(type): \(sql)" }
}
