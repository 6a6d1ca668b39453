/// Who is let in: the users of the operating system that own the cluster, and nobody by password.
struct Authentication {
  private static let map = "owners"

  /// The superuser that the users become.
  let role: String
  /// Names of accounts of the operating system.
  let users: [String]
  let profile: Cluster.Profile

  /// The text of `pg_hba.conf`.
  var rules: String {
    let method =
      switch profile {
      case .durable: "peer map=\(Self.map)"
      // Tests connect under many roles. The folder of the socket keeps others out.
      case .throwaway: "trust"
      }
    return """
      # Who reaches the socket is known by the operating system; pg_ident.conf says who becomes whom.
      local all         all \(method)
      local replication all \(method)

      """
  }

  /// The text of `pg_ident.conf`.
  var names: String {
    var seen: Set<String> = []
    let lines = users.filter { seen.insert($0).inserted }
      .map { "\(Self.map) \(quoted($0)) \(quoted(role))\n" }
    return "# Map, user of the operating system, role.\n" + lines.joined()
  }

  private func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
