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
  /// A migration was edited after it had been applied.
  case edited(migration: String)
  /// Something is not as the program expects it.
  case unreadable(String)

  /// What differs, and the way out.
  public var description: String {
    switch self {
    case .missing: "This database holds no Luban yet. Run luban db migrate."
    case .older(let found, let wanted):
      "The schema is at \(found), this luban needs \(wanted). Run luban db migrate."
    case .otherCode: "The functions in the database are of another version of luban. Run luban db migrate."
    case .newer(let found, let wanted):
      "The schema is at \(found), newer than this luban, which knows \(wanted). Install the newer luban."
    case .edited(let migration):
      "\(migration) was changed after it had been applied here. Restore the file; a change is a new"
        + " migration."
    case .unreadable(let message):
      "The schema is not as this luban knows it: \(message). Run luban db migrate."
    }
  }
}

extension SchemaProblem {
  /// Whether migrating is all that is needed.
  public var isMendedByMigrating: Bool {
    switch self {
    case .missing, .older, .otherCode: true
    case .newer, .edited, .unreadable: false
    }
  }
}
