import Messages
import Postgres

extension Office {
  /// The one place where an error of PostgreSQL's becomes one of Luban's.
  ///
  /// The words of a constraint come from the catalog of rules, read after the failure.
  func translatingErrors<Value: Sendable>(_ work: () async throws -> Value) async throws -> Value {
    do { return try await work() } catch let error as PostgresError {
      throw await translated(error)
    }
  }

  private func translated(_ error: PostgresError) async -> LubanError {
    switch error {
    case .server(let server):
      return await translated(server)
    case .connection(let message), .configuration(let message):
      return .connection(Message(verbatim: message))
    case .deadline(let duration, let sql):
      let silence: Message =
        "The database did not answer within \(duration). It may be frozen, or the work may need more time."
      return .deadline("\(silence)\n  \(sql)\n ", actions: [Action("give", "timeout")])
    case .outcomeUnknown(let message):
      return .outcomeUnknown(Message(verbatim: message))
    case .encoding(let message):
      return .invalidData(Message(verbatim: message))
    case .cancelled, .decoding, .rowCount, .misuse:
      return .internal(Message(verbatim: error.description))
    }
  }

  private func translated(_ error: ServerError) async -> LubanError {
    switch error.sqlState.code {
    case "LB001":
      return .ruleBroken(await words(of: error))
    case "23505", "23P01":
      return .conflict(await words(of: error))
    case "23502", "23503", "23514", "23000":
      return .ruleBroken(await words(of: error))
    case "22003":
      return .invalidData("One of the numbers is too large for what it stands for. Nothing was changed.")
    case "22007", "22008", "22P02", "22021":
      return .invalidData(Message(verbatim: error.message))
    case "42P01", "42883", "42703", "3F000":
      return .schema(.unreadable(error.message))
    case "42501":
      return await forbidden(error)
    case "25006",
      "0A000" where error.sqlState.code == "25006" || error.isFromStandby:
      return .connection(
        """
        The server that answered can only be read, as a standby can: \(error.message). Nothing was written. \
        Name the primary, or all servers with host=one,two: the one that takes writes is looked for.
        """)
    case "53300":
      return .connection(
        """
        The server has no connection left: \(error.message). Nothing was written. Try again, or have its \
        limit raised, or pgbouncer put before it.
        """)
    case "25P03", "25P04":
      return .connection("The server ended the session: \(error.message). Nothing was written.")
    case "53000", "53200", "53400":
      return .connection("The server has too little of what it needs: \(error.message). Nothing was written.")
    case "53100":
      return .connection("The disk of the database is full: \(error.message). Nothing was written.")
    case "55P03":
      return .connection("Somebody else is changing the same rows; nothing was written. Try again.")
    case "57014":
      return .deadline("The statement was stopped by the server: \(error.message).")
    case let code
    where code.hasPrefix("08") || code.hasPrefix("57P") || code.hasPrefix("28") || code == "3D000":
      return .connection(Message(verbatim: error.message))
    default:
      return .internal(Message(verbatim: error.description))
    }
  }

  private func forbidden(_ error: ServerError) async -> LubanError {
    let role = try? await database.read { tx in try tx.one("select current_user::text", as: String.self) }
    return .forbidden(
      """
      The role \(Message(verbatim: role ?? "?")) may not do this: \(error.message). Nothing was changed. \
      Have it granted by whoever set the database up.
      """)
  }

  /// The rule's words; of a constraint the catalog does not know, PostgreSQL's.
  private func words(of error: ServerError) async -> BrokenRule {
    let name = error.constraint ?? ""
    let told = error.detail ?? ""
    // A rule that names what broke it says so in JSON.
    let named = told.hasPrefix("{") ? told : nil
    let given = error.parameters.compactMap(\.self)
    let known = try? await database.read { tx in
      try tx.first(
        """
        select sentence, way_out, actions, detail, array(select jsonb_object_keys(n.named)),
          array(select value from jsonb_each_text(jsonb_strip_nulls(n.named)))
        from rule,
          lateral (select coalesce(\(named)::jsonb, names_at_fault(name, \(given)))) n (named)
        where name = \(name)
        """, as: (String.self, String.self, [Action].self, String.self, [String].self, [String].self))
    }
    // The detail of a key says what was taken; that of a row would print the whole row, that of a period
    // keys.
    let tellsKeys = error.sqlState.code == "23514" || error.sqlState.code == "23P01"
    let detail = error.sqlState.code == "LB001" ? told : tellsKeys ? "" : Self.values(inKey: told)
    guard let (sentence, wayOut, actions, template, names, values) = known ?? nil else {
      return Self.unnamed(error, detail: detail)
    }
    let broken = Dictionary(zip(names, values)) { first, _ in first }
    var rule = BrokenRule(
      name: name, sentence: sentence, wayOut: wayOut, actions: actions,
      detail: named == nil && names.isEmpty ? detail : template.filled(broken), values: broken)
    if named != nil || !names.isEmpty { rule.template = template }
    return rule
  }

  /// What PostgreSQL gives no name of a rule.
  ///
  /// That is a value that is missing, and a key that Luban draws, or counts while others may count: it is
  /// taken only by who was here a moment earlier.
  private static func unnamed(_ error: ServerError, detail: String) -> BrokenRule {
    let name = error.constraint ?? ""
    if error.sqlState.code == "23502", let table = error.table, let column = error.column {
      return BrokenRule(
        name: "record_is_whole", sentence: "What every \(words(table)) has is missing: \(words(column)).",
        wayOut: "", actions: [Action("give", column)])
    }
    guard error.sqlState.code == "23505", name.hasSuffix("_pkey") else {
      return BrokenRule(name: name, sentence: error.message, wayOut: error.hint ?? "", detail: detail)
    }
    return BrokenRule(
      name: name, sentence: "Somebody else has entered the same at this moment.",
      wayOut: "Nothing was written: run the command again.", detail: "")
  }

  /// The name of a table or column as words.
  private static func words(_ name: String) -> String { String(name.map { $0 == "_" ? " " : $0 }) }

  /// The values of "Key (workshop_id, code)=(1, UZ-TAS) already exists." without the names of columns and
  /// tables.
  private static func values(inKey detail: String) -> String {
    let parts = detail.split(separator: ")=(", maxSplits: 1)
    guard parts.count == 2, let end = parts[1].lastIndex(of: ")") else { return detail }
    let names = parts[0].split(separator: "(").last?.split(separator: ",").map { String($0).trimmed } ?? []
    let values = parts[1][..<end].split(separator: ",")
    guard names.count == values.count else { return String(parts[1][..<end]) }
    let told = zip(names, values).filter { !$0.0.hasSuffix("_id") && $0.0 != "id" && $0.1 != " null" }
    return told.map { String($0.1) }.joined(separator: ",").trimmed
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
