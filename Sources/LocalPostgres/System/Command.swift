import Glibc

/// A program to run: which, with what, as whom.
struct Command: Sendable {
  /// Where a standard stream of the child leads.
  enum Stream: Sendable {
    case null
    case append(to: String)
    case descriptor(Int32)
  }

  var program: String
  var arguments: [String]
  /// Another account than this process's needs root and `setpriv`.
  var account: Account?
  var input = Stream.null
  var output = Stream.null
  /// A session of its own keeps the terminal's Ctrl-C and hang-up away from the child.
  var inNewSession = false

  init(_ program: String, _ arguments: [String], as account: Account? = nil) {
    self.program = program
    self.arguments = arguments
    self.account = account
  }

  /// Program and arguments, behind `setpriv` when another account is to run them.
  var words: [String] {
    guard let account, !account.isCurrent else { return [program] + arguments }
    return [
      "/usr/bin/setpriv", "--reuid=\(account.user)", "--regid=\(account.group)", "--init-groups",
      "--inh-caps=-all", "--", program,
    ] + arguments
  }

  /// What the child finds in its environment: nothing but this.
  ///
  /// PostgreSQL's programs take defaults from variables (PGPORT, PGDATA, PGOPTIONS), and a cluster is
  /// not to depend on who happened to start it.
  var environment: [String] {
    let names = ["PATH", "TZ", "LD_LIBRARY_PATH"]
    let kept = names.compactMap { (name: String) -> String? in
      getenv(name).map { value in name + "=" + String(cString: value) }
    }
    return kept + ["LC_ALL=C"]
  }
}
