extension SQL {
  /// Collects the pieces of an interpolated ``SQL`` literal.
  public struct Interpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    /// Makes room for the pieces of a literal.
    public init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Takes text as the programmer wrote it.
    public mutating func appendLiteral(_ literal: String) {
      pieces.append(.text(literal))
    }

    /// A value: becomes `$1`, `$2`, … with the type of its Swift type.
    public mutating func appendInterpolation<Value: SQLEncodable>(_ value: Value) {
      appendInterpolation(value, as: Value.sqlType)
    }

    /// A value that may be missing: NULL then. (An overload of its own, lest the compiler warn of optionals
    /// in text.)
    public mutating func appendInterpolation<Value: SQLEncodable>(_ value: Value?) {
      appendInterpolation(value, as: Value.sqlType)
    }

    /// A value sent as another type than its own, for example a `String` as `.date`.
    public mutating func appendInterpolation(_ value: (some SQLEncodable)?, as type: SQLType) {
      pieces.append(.parameter(Parameter(type: type, text: value?.sqlText)))
    }

    /// The name of a table, column, role, …: quoted, so that any text is one name.
    public mutating func appendInterpolation(identifier name: String) {
      pieces.append(.text(quoted(identifier: name)))
    }

    /// Another piece of SQL with its own parameters, which are renumbered.
    public mutating func appendInterpolation(fragment sql: SQL) {
      pieces += sql.pieces
    }
  }
}

/// Quotes a name as `quote_ident` does; always, because which words are reserved depends on the server.
func quoted(identifier name: String) -> String {
  var text = "\""
  for character in name.unicodeScalars {
    if character == "\"" { text.unicodeScalars.append("\"") }
    text.unicodeScalars.append(character)
  }
  return text + "\""
}
