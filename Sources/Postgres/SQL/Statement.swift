/// An ``SQL`` made ready for libpq: text with `$1`, `$2`, … and the parameters beside it.
struct Statement {
  let text: String
  let parameters: [SQL.Parameter]

  /// Numbers the parameters.
  ///
  /// Throws ``PostgresError/encoding(_:)`` for U+0000, which C's strings would silently cut off.
  init(_ sql: SQL) throws(PostgresError) {
    var text = ""
    var parameters: [SQL.Parameter] = []
    for piece in sql.pieces {
      switch piece {
      case .text(let literal):
        text += literal
      case .parameter(let parameter):
        parameters.append(parameter)
        text += "$\(parameters.count)"
        if parameter.text?.utf8.contains(0) == true {
          throw .encoding("parameter $\(parameters.count) contains U+0000, which no PostgreSQL text can hold")
        }
      }
    }
    if text.utf8.contains(0) { throw .encoding("an identifier contains U+0000") }
    self.text = text
    self.parameters = parameters
  }

  /// Sets a parameter of the server, for the length of a transaction or for good.
  ///
  /// A list is separated by commas.
  init(setting: (name: String, value: String), isLocal: Bool) {
    let values = setting.value.split(separator: ",", omittingEmptySubsequences: false).map { value in
      "'"
        + value.drop { $0 == " " }.split(separator: "'", omittingEmptySubsequences: false).joined(
          separator: "''")
        + "'"
    }
    text = "set \(isLocal ? "local " : "")\(setting.name) = \(values.joined(separator: ", "))"
    parameters = []
  }

  /// A statement with its parameters written into it.
  init(inlined sql: SQL, for connection: OpaquePointer) throws(PostgresError) {
    text = try sql.inlined(for: connection)
    parameters = []
  }

  /// A statement of the module's own, such as `begin`.
  init(own text: StaticString) {
    self.text = text.description
    parameters = []
  }
}
