import Postgres

/// A column of a flat file in SQL: `s` is the line as text, `r` what it says, `k` the row that is there.
struct FlatColumn {
  let name: String
  let words: String?
  let target: ImportTarget
  /// Whether it tells which row is meant.
  let isKey: Bool

  /// Whether it is written as the key of a row of another table.
  var isReference: Bool { if case .reference = target.kind { true } else { false } }
  /// The column of the table.
  var column: SQL { "\(identifier: target.column)" }
  private var cell: SQL { "s.\(identifier: name)" }
  private var text: SQL { "r.\(identifier: textName)" }
  private var textName: String { name + "_text" }

  /// What the line says, of its text.
  var reading: SQL {
    switch target.kind {
    case .text, .title, .city: "luban.composed(\(fragment: cell))"
    case .code, .reference, .listed: "luban.plain_code(\(fragment: cell))"
    case .codes: "luban.read_codes(\(fragment: cell))"
    case .titles: "luban.written_titles(luban.read_titles(\(fragment: cell)))"
    case .day: "luban.read_day(\(fragment: cell), run.dates)::date"
    case .number: "luban.read_hours(\(fragment: cell))"
    case .count: "case when \(fragment: cell) ~ '^[0-9]{1,9}$' then \(fragment: cell)::int end"
    case .smallCount: "case when \(fragment: cell) ~ '^[0-9]{1,4}$' then \(fragment: cell)::smallint end"
    case .word(let type): "\(identifier: name).means::\(identifier: type)"
    }
  }

  /// What is selected of a line: its value, and its text where that tells more.
  var read: SQL {
    let value: SQL = "\(fragment: reading) as \(fragment: column)"
    switch target.kind {
    case .text, .title, .code, .codes: return value
    case .day, .number, .count, .smallCount, .word, .reference, .listed, .city, .titles:
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
    switch target.kind {
    case .reference(let table, let isOfWorkshop):
      let workshop: SQL = isOfWorkshop ? "and \(identifier: name).workshop_id = r.workshop_id" : ""
      return """
        left join \(identifier: table) \(identifier: name)
          on \(identifier: name).code = r.\(fragment: column) \(fragment: workshop)
        """
    case .listed(let table, let by):
      return """
        left join \(identifier: table) \(identifier: name)
          on luban.plain_code(\(identifier: name).\(identifier: by)::text) = r.\(fragment: column)
        """
    default: return ""
    }
  }

  /// Where the row is found of what is known by the row that is there, too.
  var placed: SQL {
    guard target.kind == .city else { return "" }
    return """
      left join lateral (
        select min(id) as id from luban.cities_called(coalesce(r.country, k.country), r.\(fragment: column))
          found (id)) \(identifier: name) on true
      """
  }

  /// What the line says, or null.
  private var said: SQL {
    switch target.kind {
    case .reference, .city: "\(identifier: name).id"
    case .listed(_, let by): "\(identifier: name).\(identifier: by)"
    default: "r.\(fragment: column)"
    }
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
    case .text, .codes:
      return """
        case when \(fragment: isMissing) then \(fragment: broken)
          when luban.is_damaged(\(fragment: said)) then \(fragment: damaged) end
        """
    case .title:
      return """
        case when luban.is_damaged(\(fragment: said)) then \(fragment: damaged)
          when not luban.is_written(\(fragment: said)) then \(fragment: broken) end
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
    case .number, .count, .smallCount:
      return """
        case when luban.is_damaged(\(fragment: text)) then \(fragment: damaged)
          when \(fragment: isUnread) or \(fragment: isMissing) then \(fragment: broken) end
        """
    case .word, .reference, .listed, .city, .titles:
      return "case when \(fragment: isUnread) or \(fragment: isMissing) then \(fragment: broken) end"
    }
  }

  /// What a file says of the row `k`.
  var exported: SQL {
    let value: SQL = "k.\(fragment: column)"
    switch target.kind {
    case .reference: return "\(identifier: name).code"
    case .city: return "\(identifier: name).name"
    case .day:
      return "case when isfinite(\(fragment: value)) then to_char(\(fragment: value), 'YYYY-MM-DD') end"
    case .number: return "trim_scale(\(fragment: value))::text"
    case .word(type: "bool"): return "case when \(fragment: value) then 'yes' else 'no' end"
    default: return "\(fragment: value)::text"
    }
  }

  /// Where the row is found that is exported by its code or name.
  var exportedFrom: SQL {
    let table: String
    switch target.kind {
    case .reference(let other, _): table = other
    case .city: table = "city"
    default: return ""
    }
    return """
      left join \(identifier: table) \(identifier: name) on \(identifier: name).id = k.\(fragment: column)
      """
  }
}
