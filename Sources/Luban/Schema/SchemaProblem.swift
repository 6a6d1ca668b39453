import Messages

/// How the schema of a database differs from the one this program was built for.
public enum SchemaProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The database has no schema of Luban's.
  case missing
  /// Its schema is older.
  case older(found: Int, wanted: Int)
  /// Its code is of another version of the program.
  case otherCode
  /// Its schema is newer than this program.
  case newer(found: Int, wanted: Int)
  /// It was made by a program from before the first release, whose migration is not that of this one.
  case unreleased(migration: String)
  /// Something is not as the program expects it.
  case unreadable(String)

  /// What differs, in English.
  public var description: String { message.description }

  /// What differs.
  public var message: Message {
    switch self {
    case .missing: "This database holds no Luban yet."
    case .older(let found, let wanted):
      "The schema is at \(found), this program needs \(wanted)."
    case .otherCode: "The functions in the database are of another version of Luban."
    case .newer(let found, let wanted):
      "The schema is at \(found), newer than this program, which knows \(wanted). Install the newer one."
    case .unreleased(let migration):
      """
      This database is of a program from before the first release: its \(migration) is not that of this one. \
      Such a database is not carried over. Write what it holds to files with the program that made it, then \
      begin anew with a new database, or on a server of your own drop schema luban, report, list cascade; \
      and import the files.
      """
    case .unreadable(let message):
      "The schema is not as this program knows it: \(message)."
    }
  }
}

extension SchemaProblem {
  /// What helps.
  public var actions: [Action] {
    switch self {
    case .missing, .older, .otherCode, .unreadable: [Action("database.migrate")]
    case .unreleased: [Action("database.destroy")]
    case .newer: []
    }
  }

  /// Whether migrating is all that is needed.
  public var isMendedByMigrating: Bool {
    switch self {
    case .missing, .older, .otherCode: true
    case .newer, .unreleased, .unreadable: false
    }
  }
}
