/// Where to connect and as whom.
///
/// Whatever is left out is libpq's to find: environment (`PGHOST`, …), service file, `.pgpass`, defaults.
public struct ConnectionSettings: Sendable, Hashable {
  /// A connection string, `postgresql://…` or `host=… dbname=…`, or just the name of a database.
  public var dsn: String?

  /// Keywords of libpq (`host`, `port`, `user`, `dbname`, `sslmode`, …) that win over the DSN.
  public var overrides: [String: String]

  /// Settings of every transaction (`search_path`, `lock_timeout`, `statement_timeout`, …).
  ///
  /// A list is separated by commas. They travel with BEGIN, at the cost of no round trip, and end with the
  /// transaction: as settings of the connection a pooler would refuse them, or give them to others.
  public var parameters: [String: String]

  /// What `pg_stat_activity` shows, unless the environment or the DSN says otherwise.
  public var applicationName: String?

  /// Settings, all of which may be left to libpq.
  public init(
    dsn: String? = nil, overrides: [String: String] = [:], parameters: [String: String] = [:],
    applicationName: String? = nil
  ) {
    self.dsn = dsn
    self.overrides = overrides
    self.parameters = parameters
    self.applicationName = applicationName
  }
}

extension ConnectionSettings {
  /// Settings by libpq's own options, such as `host` and `dbname`.
  public init(options: [String: String]) { self.init(dsn: LibpqOptions.dsn(of: options)) }

  /// The DSN without its password, and the password.
  ///
  /// What stands in the arguments of a program is read by anybody on the machine: there goes the DSN alone.
  public func partingPassword() throws(PostgresError) -> (dsn: String, password: String?) {
    try LibpqOptions.parting(dsn ?? "")
  }

  /// The options for libpq's functions that take keywords and values.
  func libpqOptions() throws(PostgresError) -> LibpqOptions {
    var options = LibpqOptions()
    // First, so that what follows wins; libpq expands a DSN in the first dbname.
    if let dsn { options.add("dbname", dsn) }
    for (keyword, value) in overrides.sorted(by: { $0.key < $1.key }) { options.add(keyword, value) }
    if let applicationName { options.add("fallback_application_name", applicationName) }
    let given = try LibpqOptions.given(dsn: dsn, overrides: overrides)
    for (keyword, value) in Self.defaults(beside: given) { options.add(keyword, value) }
    options.add("client_encoding", "UTF8")
    return options
  }

  /// What libpq would leave dangerous: a dead host must not hold us, nor may a standby pass for the primary.
  private static func defaults(beside given: [String: String]) -> [(String, String)] {
    // Of a service named in the DSN only libpq knows what it says.
    if given["service"] != nil { return [] }
    let hosts = given["host"] ?? given["hostaddr"] ?? ""
    let hasSeveral = hosts.contains(",")
    var defaults: [(String, String)] = []
    if given["connect_timeout"] == nil { defaults.append(("connect_timeout", hasSeveral ? "3" : "10")) }
    if hasSeveral, given["target_session_attrs"] == nil {
      defaults.append(("target_session_attrs", "read-write"))
    }
    return defaults
  }

  /// The parameters in the order of their names; dates always in the one style that programs read.
  var ownSettings: [(name: String, value: String)] {
    parameters.merging(["datestyle": "ISO"], uniquingKeysWith: { mine, _ in mine })
      .sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }
}
