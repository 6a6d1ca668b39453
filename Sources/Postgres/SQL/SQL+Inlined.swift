import CLibpq

extension SQL {
  /// The statement with its parameters written into it, for COPY, scripts and DDL, which take none.
  ///
  /// The only place of the module where a value becomes text of a statement; libpq does the quoting.
  func inlined(for connection: OpaquePointer) throws(PostgresError) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let literal): text += literal
      case .parameter(let parameter): text += try Self.literal(parameter, for: connection)
      }
    }
    if text.utf8.contains(0) { throw .encoding("the statement contains U+0000") }
    return text
  }

  private static func literal(
    _ value: Parameter, for connection: OpaquePointer
  ) throws(PostgresError) -> String {
    let cast = value.type.name.map { "::" + $0 } ?? ""
    guard var text = value.text else { return "NULL" + cast }
    if text.utf8.contains(0) {
      throw .encoding("a parameter contains U+0000, which no PostgreSQL text can hold")
    }
    let quoted = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { PQescapeLiteral(connection, $0.baseAddress, $0.count) }
    }
    guard let quoted else { throw .encoding(String(cString: PQerrorMessage(connection))) }
    defer { PQfreemem(quoted) }
    return String(cString: quoted) + cast
  }
}
