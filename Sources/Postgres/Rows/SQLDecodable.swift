/// A value that a column can be read as.
///
/// A type identified by a raw value (an enum, a typed identifier) adopts it in one line:
///
///     extension CohortCode: SQLDecodable {}
public protocol SQLDecodable {
  /// Reads PostgreSQL's text format; `nil` if `sqlText` is no such value.
  init?(sqlText: String)

  /// What NULL is read as; `nil`, the default, makes NULL an error.
  static var sqlNull: Self? { get }
}

extension SQLDecodable {
  /// NULL is an error.
  public static var sqlNull: Self? { nil }
}

extension SQLDecodable where Self: RawRepresentable, RawValue: SQLDecodable {
  /// Reads the raw value.
  public init?(sqlText: String) {
    guard let rawValue = RawValue(sqlText: sqlText) else { return nil }
    self.init(rawValue: rawValue)
  }
}

extension SQLDecodable where Self: FixedWidthInteger {
  /// Reads decimal digits.
  public init?(sqlText: String) {
    self.init(sqlText, radix: 10)
  }
}

extension Int: SQLDecodable {}
extension Int64: SQLDecodable {}
extension Int32: SQLDecodable {}
extension Int16: SQLDecodable {}

extension Double: SQLDecodable {
  /// Reads decimal digits, `NaN` and `Infinity`.
  public init?(sqlText: String) {
    self.init(sqlText)
  }
}

extension Bool: SQLDecodable {
  /// Reads `t` and `f`.
  public init?(sqlText: String) {
    switch sqlText {
    case "t": self = true
    case "f": self = false
    default: return nil
    }
  }
}

extension String: SQLDecodable {
  /// Takes the text of any type as it is.
  public init?(sqlText: String) {
    self = sqlText
  }
}

extension Optional: SQLDecodable where Wrapped: SQLDecodable {
  /// Reads what is wrapped.
  public init?(sqlText: String) {
    guard let wrapped = Wrapped(sqlText: sqlText) else { return nil }
    self = .some(wrapped)
  }

  /// NULL is `nil`.
  public static var sqlNull: Wrapped?? { .some(.none) }
}

extension Array: SQLDecodable where Element: SQLDecodable {
  /// Reads an array literal.
  public init?(sqlText: String) {
    guard let texts = ArrayLiteral.read(sqlText) else { return nil }
    self.init()
    reserveCapacity(texts.count)
    for text in texts {
      guard let element = text.map(Element.init(sqlText:)) ?? Element.sqlNull else { return nil }
      append(element)
    }
  }
}
