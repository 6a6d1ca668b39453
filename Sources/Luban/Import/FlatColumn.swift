import Postgres

/// A column of a flat file in SQL: `s` is the line as text, `r` what it says, `k` the row that is there.
struct FlatColumn {
  let name: String
  let words: String?
  let target: ImportTarget
  /// Whether it tells which row is meant.
  let isKey: Bool

  /// The column of the table.
  var column: SQL { "\(identifier: target.column)" }
  private var cell: SQL { "s.\(identifier: name)" }
  private var text: SQL { "r.\(identifier: textName)" }
  private var textName: String { name + "_text" }

  /// What the line says, of its text.
  var reading: SQL {
    switch target.kind {
    case .text: "luban.composed(\(fragment: cell))"
    case .code, .reference: "luban.plain_code(\(fragment: cell))"
    case .day: "luban.read_day(\(fragment: cell), run.dates)::date"
    case .number: "luban.read_hours(\(fragment: cell))"
    case .count: "case when \(fragment: cell) ~ '^[0-9]{1,9}$' then \(fragment: cell)::int end"
    case .word(let type): "\(identifier: name).means::\(identifier: type)"
    }
  }

  /// What is selected of a line: its value, and its text where that tells more.
  var read: SQL {
    let value: SQL = "\(fragment: reading) as \(fragment: column)"
    switch target.kind {
    case .text, .code: return value
    case .day, .number, .count, .word, .reference:
      return "\(fragment: value), \(fragment: cell) as \(identifier: textName)"
    }
  }

  /// Where the meaning of a word is found.
  var meaning: SQL {
    guard case .word = target.kind else { return "" }
    return """
      left join said \(identifier: name)
        on (\(identifier: name).kind, \(identifier: name).raw) = (\(words), \(fragment: cell))
      """
  }

  /// Where the row of a code is found.
  var referred: SQL {
    guard case .reference(let table, let isOfWorkshop) = target.kind else { return "" }
    let workshop: SQL = isOfWorkshop ? "and \(identifier: name).workshop_id = r.workshop_id" : ""
    return """
      left join \(identifier: table) \(identifier: name)
        on \(identifier: name).code = r.\(fragment: column) \(fragment: workshop)
      """
  }

  /// What the line says, or null.
  private var said: SQL {
    if case .reference = target.kind { return "\(identifier: name).id" }
    return "r.\(fragment: column)"
  }

  /// What will stand in the row: a blank cell says nothing.
  var written: SQL {
    if let value = target.value { return SQL(embedded: value) }
    return isKey ? said : "coalesce(\(fragment: said), k.\(fragment: column))"
  }

  /// Its name, where the line says something else than the row that is there.
  var difference: SQL {
    """
    case when k.id is not null and \(fragment: said) is not null
      and \(fragment: said) is distinct from k.\(fragment: column) then \(name) end
    """
  }

  /// What is wrong with it by itself, at most one thing.
  var problem: SQL {
    let damaged: SQL = "\(name + ":value_is_not_damaged_by_excel")"
    let broken: SQL = "\(target.rule.map { "\(name):\($0)" })"
    var isMissing: SQL = target.isNeeded ? "(\(fragment: written)) is null" : "false"
    var isUnread: SQL = "\(fragment: text) is not null and \(fragment: said) is null"
    if case .reference(_, ofWorkshop: true) = target.kind {
      // Where the workshop is not known, nothing of it is.
      isUnread = "\(fragment: isUnread) and r.workshop_id is not null"
      isMissing = target.isNeeded ? "\(fragment: text) is null" : "false"
    }
    switch target.kind {
    case .text:
      return """
        case when \(fragment: isMissing) then \(fragment: broken)
          when luban.is_damaged(\(fragment: said)) then \(fragment: damaged) end
        """
    case .code:
      return """
        case when luban.is_code(\(fragment: said)) is not true
          then \(name + ":code_is_short_and_upper_case") end
        """
    case .day:
      return """
        case when \(fragment: isUnread) then \(name + ":") || luban.day_problem(\(fragment: text), run.dates)
          when \(fragment: isMissing) then \(fragment: broken) end
        """
    case .number, .count:
      return """
        case when luban.is_damaged(\(fragment: text)) then \(fragment: damaged)
          when \(fragment: isUnread) or \(fragment: isMissing) then \(fragment: broken) end
        """
    case .word, .reference:
      return "case when \(fragment: isUnread) or \(fragment: isMissing) then \(fragment: broken) end"
    }
  }
}
