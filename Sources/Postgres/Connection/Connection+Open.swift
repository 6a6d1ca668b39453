import CLibpq

extension Connection {
  /// Connects, blocking until it is done, refused, or `connect_timeout` is over.
  static func open(
    _ settings: ConnectionSettings, deadlines: Deadlines, onNotice: (@Sendable (Notice) -> Void)?
  ) throws(PostgresError) -> Connection {
    let start = ContinuousClock.now
    let options = try settings.libpqOptions()
    guard let handle = options.withCArrays({ PQconnectdbParams($0, $1, 1) }) else {
      throw .connection("out of memory")
    }
    if PQstatus(handle) != CONNECTION_OK {
      let quick = ContinuousClock.now - start < .seconds(1)
      guard quick, tryAgainVerbosely(handle) else {
        defer { PQfinish(handle) }
        throw failure(of: handle)
      }
    }
    return Connection(
      opened: handle, settings: settings.ownSettings, deadlines: deadlines, onNotice: onNotice)
  }

  /// libpq tells the SQLSTATE of a refused connection only in its text, and there only if it was asked to be
  /// verbose, for which a connection is needed.
  ///
  /// So we ask once more, and may even be let in now.
  private static func tryAgainVerbosely(_ handle: OpaquePointer) -> Bool {
    if PQconnectionNeedsPassword(handle) == 1 { return false }
    PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
    PQreset(handle)
    guard PQstatus(handle) == CONNECTION_OK else { return false }
    PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
    return true
  }

  private static func failure(of handle: OpaquePointer) -> PostgresError {
    let message = String(String(cString: PQerrorMessage(handle)).trimmingSuffix(while: \.isWhitespace))
    if PQconnectionNeedsPassword(handle) == 1 { return .configuration(message) }
    let (text, code) = ConnectFailure.read(message)
    guard let code else { return .connection(text) }
    return .server(ServerError(connecting: code, message: text))
  }
}

/// Takes libpq's verbose text about a failed connection apart.
enum ConnectFailure {
  /// The text without codes and places in PostgreSQL's source, and the last code, if any.
  static func read(_ message: String) -> (text: String, code: SQLState?) {
    var code: SQLState?
    var lines: [Substring] = []
    for line in message.split(separator: "\n") where !line.hasPrefix("LOCATION:") {
      guard let place = placeOfCode(in: line) else {
        lines.append(line)
        continue
      }
      code = SQLState(String(line[place]))
      lines.append(line[..<place.lowerBound] + line[place.upperBound...].dropFirst(2))
    }
    return (lines.joined(separator: "\n"), code)
  }

  /// Finds `57P03` in `…: FATAL:  57P03: the database system is starting up`; `FATAL` may be translated.
  private static func placeOfCode(in line: Substring) -> Range<Substring.Index>? {
    var rest = line
    while let colon = rest.firstIndex(of: ":") {
      rest = rest[rest.index(after: colon)...]
      let code = rest.drop { $0 == " " }
      let end = code.index(code.startIndex, offsetBy: 5, limitedBy: code.endIndex) ?? code.endIndex
      let isCode = code[..<end].allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase) }
      if rest.hasPrefix("  "), isCode, code[end...].hasPrefix(": ") { return code.startIndex..<end }
    }
    return nil
  }
}
