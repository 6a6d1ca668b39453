import Glibc

extension Cluster {
  /// A file in the data folder that says who made it.
  ///
  /// Without it nothing is destroyed.
  static let markerName = "made-by-local-postgres"

  /// Makes the cluster, with its database.
  ///
  /// That is done in a sibling of the data folder, which takes its place when it is complete. So a data
  /// folder is never half made, whenever we are killed. To be called under the lock.
  func make(as account: Account) throws(LocalPostgresError) {
    let installation = try Installation.newest(for: location)
    try requireReach(of: account)
    try requireRoom()
    removeLeftovers()
    let sibling = try Folder.unique(prefix: data.path + Leftover.making.suffix)
    do {
      try account.own(sibling.path)
      try initialize(sibling, installation, account)
      try configure(sibling, installation, account)
      try createDatabase(in: sibling, installation, account)
      try File(sibling.appending(Self.markerName)).write(location.program + "\n", owner: account)
      try SystemCall.run("rename", data.path) { rename(sibling.path, data.path) }
      try home.synchronize()
    } catch {
      try? sibling.removeTree()
      throw error
    }
  }

  /// Folders beside the data folder that an interrupted making or removal left behind.
  ///
  /// Each attempt has a name of its own: an initdb that outlived its caller removes its folder when it
  /// fails, and must not meet another's there.
  enum Leftover: String, CaseIterable {
    case making, removing

    var suffix: String { ".\(rawValue)-" }
  }

  /// Removes what interrupted attempts left behind, as far as it can be.
  func removeLeftovers() {
    let prefixes = Leftover.allCases.map { "cluster" + $0.suffix }
    for name in home.names where prefixes.contains(where: { name.hasPrefix($0) }) {
      try? Folder(home.appending(name)).removeTree()
    }
  }

  private func initialize(
    _ folder: Folder, _ installation: Installation, _ account: Account
  ) throws(LocalPostgresError) {
    let options = [
      "--pgdata=\(folder.path)", "--username=\(role)", "--encoding=UTF8",
      "--locale=\(Self.characterLocale)", "--locale-provider=icu", "--icu-locale=und", "--data-checksums",
      "--auth-local=peer", "--auth-host=reject", "--no-instructions",
    ]
    let noSync = profile == .throwaway ? ["--no-sync"] : []
    var command = Command(installation.initdb, options + noSync, as: account)
    command.output = .append(to: log.makingPath)
    try File(log.makingPath).write("")
    try requireSuccess(try command.run())
  }

  private func configure(
    _ folder: Folder, _ installation: Installation, _ account: Account
  ) throws(LocalPostgresError) {
    let configuration = ServerConfiguration(
      program: location.program, profile: profile, memory: Memory.available,
      disk: Disk(of: home.path)?.free ?? 0, compression: installation.compression(in: folder))
    try File(folder.appending(ServerConfiguration.fileName)).write(configuration.text, owner: account)
    try File(folder.appending("postgresql.conf")).append(ServerConfiguration.includeLine)

    let users = try [Account.current(), account, Account(user: 0)].map(\.name)
    let authentication = Authentication(role: role, users: users, profile: profile)
    try File(folder.appending("pg_hba.conf")).write(authentication.rules, owner: account)
    try File(folder.appending("pg_ident.conf")).write(authentication.names, owner: account)
  }

  /// In single-user mode, as long as the cluster is ours alone: no server is needed, and no moment
  /// exists in which others find a cluster without its database.
  private func createDatabase(
    in folder: Folder, _ installation: Installation, _ account: Account
  ) throws(LocalPostgresError) {
    // That one initdb makes.
    if database == "postgres" { return }
    let arguments = ["--single", "-D", folder.path, "-c", "exit_on_error=on", "postgres"]
    var command = Command(installation.postgres, arguments, as: account)
    command.output = .append(to: log.makingPath)
    let name = database.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    try requireSuccess(try command.run(feeding: "create database \"\(name)\"\n"))
  }

  private func requireSuccess(_ end: Child.End) throws(LocalPostgresError) {
    guard end != .exited(0) else { return }
    let text = log.makingText
    if let error = noSpace(after: text) { throw error }
    throw .makingFailed(lines: text.lastLines(8), log: log.makingPath)
  }

  /// Kinds of characters are told apart by the system's locale even under ICU (full-text search).
  private static let characterLocale: String = {
    guard let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil) else { return "C" }
    freelocale(locale)
    return "C.UTF-8"
  }()
}

extension Installation {
  /// The best compression of page images that this server was built with, found by trying.
  fileprivate func compression(in folder: Folder) -> String {
    let lz4 = Command(postgres, ["-C", "wal_compression", "-c", "wal_compression=lz4", "-D", folder.path])
    return (try? lz4.run()) == .exited(0) ? "lz4" : "on"
  }
}
