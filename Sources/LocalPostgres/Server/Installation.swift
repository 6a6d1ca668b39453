import Glibc

/// The programs of one installed PostgreSQL server.
struct Installation: Sendable, Hashable {
  /// The first version that makes a database with ICU's collation as its default.
  static let oldestMajor = 15

  let folder: String
  let major: Int

  var postgres: String { folder + "/postgres" }
  var initdb: String { folder + "/initdb" }

  /// The newest server that is installed.
  static func newest(for location: Cluster.Location) throws(LocalPostgresError) -> Installation {
    let folders = folders(for: location)
    guard let newest = all(in: folders).max(by: { $0.major < $1.major }) else {
      throw missing(in: folders, location)
    }
    guard newest.major >= oldestMajor else {
      throw .serverTooOld(found: newest.major, needed: oldestMajor, package: "postgresql")
    }
    return newest
  }

  /// The server that can run a cluster.
  static func matching(
    _ dataFolder: Folder, for location: Cluster.Location
  ) throws(LocalPostgresError) -> Installation {
    let folders = folders(for: location)
    let file = dataFolder.appending("PG_VERSION")
    guard let major = File(file).text.flatMap({ Int($0.filter { $0 != "\n" }) }) else {
      throw .notMadeHere(folder: dataFolder.path)
    }
    // Debian names the folder by the version: looking there first saves running the others.
    let likely = folders.filter { $0.contains("/\(major)/") }
    if let match = all(in: likely + folders).first(where: { $0.major == major }) { return match }
    let installed = Set(all(in: folders).map(\.major)).sorted()
    guard !installed.isEmpty else { throw missing(in: folders, location) }
    throw .versionMissing(
      cluster: major, installed: installed, dataFolder: dataFolder.path, package: "postgresql-\(major)")
  }

  /// Takes the folder if it holds the server's programs; their version is what `postgres` says of itself.
  private init?(folder: String) {
    let postgres = folder + "/postgres"
    guard access(folder + "/initdb", X_OK) == 0, access(postgres, X_OK) == 0,
      let answer = try? Command(postgres, ["--version"]).line(),
      // `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`
      let number = answer.split(separator: " ").dropFirst(2).first,
      let major = Int(number.prefix { $0.isNumber })
    else { return nil }
    self.folder = folder
    self.major = major
  }

  private static func all(in folders: [String]) -> some Sequence<Installation> {
    folders.lazy.compactMap { Installation(folder: $0) }
  }

  private static func missing(in folders: [String], _ location: Cluster.Location) -> LocalPostgresError {
    .serverMissing(searched: folders, package: "postgresql", variable: location.variables.binaries)
  }

  /// Where servers lie: the folder that the user named and no other, else those of Debian, SUSE, Red Hat,
  /// a build from source, and of PATH.
  private static func folders(for location: Cluster.Location) -> [String] {
    if let named = location.binaries { return [named] }
    let debian = Folder("/usr/lib/postgresql").names.map { "/usr/lib/postgresql/\($0)/bin" }
    let others = Folder("/usr/lib").names.filter { $0.hasPrefix("postgresql") && $0 != "postgresql" }
      .map { "/usr/lib/\($0)/bin" }
    let redHat = Folder("/usr").names.filter { $0.hasPrefix("pgsql-") }.map { "/usr/\($0)/bin" }
    return debian + others + redHat + ["/usr/local/pgsql/bin"] + location.searchPath
  }
}
