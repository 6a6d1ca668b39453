import Postgres

/// Where a listing finds the rows of tables that keep their history: as they are, or as they were known at a
/// time.
///
/// What is now is read from the tables themselves.
struct KnownTables: Sendable {
  /// As far as had been recorded by then; `nil` for all that is known.
  var knownAt: KnownTime?

  /// The rows of a table.
  subscript(table: String) -> SQL {
    guard let knownAt else { return "\(identifier: table)" }
    return "report.\(identifier: "known_" + table)(\(knownAt))"
  }
}
