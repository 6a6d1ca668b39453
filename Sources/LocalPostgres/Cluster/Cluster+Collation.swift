extension Cluster {
  /// The version of the rules by which texts are sorted: when the database was made, and now.
  ///
  /// An upgrade of the ICU library may change how texts are sorted; indexes made before are then wrong.
  public struct CollationVersions: Sendable, Hashable {
    /// The version by which the indexes were made.
    public let recorded: String?
    /// The version of the library that the server uses now.
    public let actual: String?

    /// Whether the rules have changed, so that indexes on texts must be made anew (`reindex schema`,
    /// then `alter database … refresh collation version`).
    public var haveDrifted: Bool { recorded != actual }
  }

  /// The versions, if the rules have changed since the database was made; the server must be running.
  ///
  /// - Throws: `PostgresError` when the server can't be asked.
  public func collationDrift() async throws -> CollationVersions? {
    let versions = try await askServer().collation
    return versions.haveDrifted ? versions : nil
  }
}
