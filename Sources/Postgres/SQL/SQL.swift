/// A statement and its parameters: the only thing this module can send to a server.
///
/// It is written as a literal. What is interpolated becomes a typed parameter, never text of the statement:
///
///     let sql: SQL = "select code from cohort where id = \(id) and starts_on > \(day)"
///
/// There is deliberately no way to make one from text known only at run time.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
  /// A value beside the statement, in PostgreSQL's text format; `nil` is NULL.
  struct Parameter: Sendable, Equatable {
    let type: SQLType
    let text: String?
  }

  enum Piece: Sendable, Equatable {
    case text(String)
    case parameter(Parameter)
  }

  var pieces: [Piece] = []

  /// A statement without parameters, from a literal.
  public init(stringLiteral value: String) {
    pieces = [.text(value)]
  }

  /// A statement from a literal with interpolations.
  public init(stringInterpolation: Interpolation) {
    pieces = stringInterpolation.pieces
  }

  /// The text of an SQL file that was compiled into the binary.
  ///
  /// Only such text may be passed: a value from a user, a file or a server has no business here.
  public init(embedded text: String) {
    pieces = [.text(text)]
  }

  /// Sets pieces of SQL one after another, with `separator` between them.
  public static func joined(_ parts: some Sequence<SQL>, separator: SQL) -> SQL {
    var result: SQL = ""
    for (index, part) in parts.enumerated() {
      if index > 0 { result.pieces += separator.pieces }
      result.pieces += part.pieces
    }
    return result
  }
}
