/// A value that can be interpolated into ``SQL`` as a parameter.
///
/// A type identified by a raw value (an enum, a typed identifier) adopts it in one line:
///
///     extension CohortCode: SQLEncodable {}
public protocol SQLEncodable {
  /// The type the parameter is declared to have; of an enum type of the database, `.unknown`.
  static var sqlType: SQLType { get }

  /// The value in PostgreSQL's text format; `nil` is NULL.
  var sqlText: String? { get }
}

extension SQLEncodable where Self: RawRepresentable, RawValue: SQLEncodable {
  /// The type of the raw value.
  public static var sqlType: SQLType { RawValue.sqlType }
  /// The raw value's text.
  public var sqlText: String? { rawValue.sqlText }
}

extension SQLEncodable where Self: BinaryInteger & CustomStringConvertible {
  /// The decimal digits.
  public var sqlText: String? { description }
}

extension Int: SQLEncodable {
  /// PostgreSQL's `bigint`.
  public static var sqlType: SQLType { .int8 }
}

extension Int64: SQLEncodable {
  /// PostgreSQL's `bigint`.
  public static var sqlType: SQLType { .int8 }
}

extension Int32: SQLEncodable {
  /// PostgreSQL's `integer`.
  public static var sqlType: SQLType { .int4 }
}

extension Int16: SQLEncodable {
  /// PostgreSQL's `smallint`.
  public static var sqlType: SQLType { .int2 }
}

extension Double: SQLEncodable {
  /// PostgreSQL's `double precision`.
  public static var sqlType: SQLType { .float8 }
  /// The shortest digits that read back as the same number; PostgreSQL knows `nan` and `inf` as well.
  public var sqlText: String? { description }
}

extension Bool: SQLEncodable {
  /// PostgreSQL's `boolean`.
  public static var sqlType: SQLType { .bool }
  /// The text `true` or `false`.
  public var sqlText: String? { description }
}

extension String: SQLEncodable {
  /// PostgreSQL's `text`.
  public static var sqlType: SQLType { .text }
  /// The string itself.
  public var sqlText: String? { self }
}

extension Optional: SQLEncodable where Wrapped: SQLEncodable {
  /// The type of what is wrapped.
  public static var sqlType: SQLType { Wrapped.sqlType }
  /// The wrapped value's text, or NULL.
  public var sqlText: String? { self?.sqlText }
}

extension Array: SQLEncodable where Element: SQLEncodable {
  /// The array type of the element.
  public static var sqlType: SQLType { Element.sqlType.array }
  /// An array literal, `{"a","b",NULL}`.
  public var sqlText: String? {
    ArrayLiteral.write(lazy.map(\.sqlText), nested: Element.sqlType == Element.sqlType.array)
  }
}
