import Glibc

extension Cluster {
  /// Path of a program that came with the cluster's server, such as `psql` or `pg_dump`: its version fits.
  ///
  /// - Throws: ``LocalPostgresError`` when no server is installed, or none of the cluster's version.
  public func tool(_ name: String) throws(LocalPostgresError) -> String {
    let installation = try data.exists ? Installation.matching(data, for: location) : .newest(for: location)
    return installation.folder + "/" + name
  }
}
