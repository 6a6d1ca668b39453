/// An error as the server reported it.
///
/// The fields' meanings are those of PostgreSQL's message protocol.
public struct ServerError: Sendable, Hashable {
  /// `ERROR`, `FATAL` or `PANIC`, never translated.
  public internal(set) var severity: String
  /// The kind of the error.
  public internal(set) var sqlState: SQLState
  /// The message, in one line, in the server's language.
  public internal(set) var message: String
  /// More about this case.
  ///
  /// May contain values of the data.
  public internal(set) var detail: String?
  /// What to do about it.
  public internal(set) var hint: String?
  /// The schema of the object the error is about.
  public internal(set) var schema: String?
  /// The table the error is about.
  public internal(set) var table: String?
  /// The column the error is about.
  public internal(set) var column: String?
  /// The constraint that was broken.
  public internal(set) var constraint: String?
  /// Where in the statement, in characters, counted from 1.
  public internal(set) var position: Int?
  /// The functions and statements within the server that led there, innermost first.
  public internal(set) var context: String?
  /// The statement, shortened, with `$1` for its parameters; empty for an error of connecting.
  public internal(set) var sql: String
  /// The line of the statement that ``position`` is in, with a `^` below the spot.
  public internal(set) var excerpt: String?
  /// The values sent for `$1`, `$2`, …; no part of the description, as they may be personal.
  public internal(set) var parameters: [String?] = []
  /// Whether the server was a standby.
  ///
  /// There 40001 means a conflict with recovery, and 0A000 that nothing is written.
  public internal(set) var isFromStandby: Bool = false
}

extension ServerError: CustomStringConvertible {
  /// As psql prints it: severity and message, then the lines that there are.
  public var description: String {
    var text = "\(severity): \(message) (\(sqlState))"
    if let excerpt { text += "\n\(excerpt)" }
    if let detail { text += "\nDETAIL: \(detail)" }
    if let hint { text += "\nHINT: \(hint)" }
    if let context { text += "\nCONTEXT: \(context)" }
    if excerpt == nil && !sql.isEmpty { text += "\nSTATEMENT: \(sql)" }
    return text
  }
}

extension ServerError {
  /// Reads an error result.
  ///
  /// `shift` is the number of characters that were sent before `sql`.
  ///
  /// `nil` if the error is libpq's own, that is, has no SQLSTATE.
  init?(_ result: ServerResult, sql: String, shift: Int = 0) {
    guard let code = result.field("C") else { return nil }
    severity = result.field("V") ?? result.field("S") ?? "ERROR"
    sqlState = SQLState(code)
    message = result.field("M") ?? ""
    detail = result.field("D")
    hint = result.field("H")
    schema = result.field("s")
    table = result.field("t")
    column = result.field("c")
    constraint = result.field("n")
    context = result.field("W")
    self.sql = shortened(sql)
    if let place = result.field("P").flatMap(Int.init), place > shift {
      position = place - shift
      excerpt = SQLExcerpt(of: sql, around: place - shift)?.description
    }
  }

  /// An error of connecting, of which libpq gives only the text.
  init(connecting sqlState: SQLState, message: String) {
    self.init(severity: "FATAL", sqlState: sqlState, message: message, sql: "")
  }
}
