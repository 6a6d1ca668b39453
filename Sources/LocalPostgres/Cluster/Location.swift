import Glibc

extension Cluster {
  /// Where a cluster lies, and where its socket and its server's programs are found.
  public struct Location: Sendable, Hashable {
    /// The name of the program that the cluster belongs to; it begins the names of folders.
    public let program: String
    /// The home folder of the cluster, absolute.
    public let home: String
    /// The folder in which to make the folder of the socket; nil leaves the choice.
    public let socketFolder: String?
    /// The folder with the server's programs; nil looks for them.
    public let binaries: String?

    let runtimeFolder: String?
    let searchPath: [String]

    /// Names the places outright.
    public init(program: String, home: String, socketFolder: String? = nil, binaries: String? = nil) {
      self.init(
        program: program, home: home, socketFolder: socketFolder, binaries: binaries, runtimeFolder: nil,
        searchPath: [])
    }

    /// Finds the places in the environment.
    ///
    /// For a program `luban`, `LUBAN_HOME`, `LUBAN_SOCKET_DIR` and `LUBAN_PG_BIN` name them. The home is
    /// else a folder `luban` in `XDG_DATA_HOME` or `~/.local/share`; for root, whose own folders no server
    /// may enter, `/var/lib/luban`.
    ///
    /// - Parameters:
    ///   - program: the name of the program; in capitals it begins the names of its variables.
    ///   - isRoot: whether the user may pass everywhere, but the server may not.
    ///   - environment: gives the value of a variable.
    /// - Throws: ``LocalPostgresError/noHome(variables:)``, ``LocalPostgresError/unusablePath(_:)``.
    public init(
      program: String, isRoot: Bool = geteuid() == 0,
      environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
    ) throws(LocalPostgresError) {
      func variable(_ name: String) -> String? {
        environment(name).flatMap { $0.isEmpty ? nil : $0 }
      }
      /// The specification of XDG's folders says to ignore a path that isn't absolute.
      func folder(_ name: String) -> String? {
        variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
      }
      let own = Variables(program: program)
      let home =
        variable(own.home).map(Self.absolute)
        ?? (isRoot ? "/var/lib/\(program)" : nil)
        ?? folder("XDG_DATA_HOME").map { "\($0)/\(program)" }
        ?? folder("HOME").map { "\($0)/.local/share/\(program)" }
      guard let home else { throw .noHome(variables: [own.home, "XDG_DATA_HOME", "HOME"]) }
      guard !home.contains(where: \.isNewline) else { throw .unusablePath(home) }
      self.init(
        program: program, home: Self.trimmed(home), socketFolder: variable(own.sockets).map(Self.absolute),
        binaries: variable(own.binaries).map(Self.absolute), runtimeFolder: folder("XDG_RUNTIME_DIR"),
        searchPath: (variable("PATH") ?? "").split(separator: ":").map(String.init))
    }

    private init(
      program: String, home: String, socketFolder: String?, binaries: String?, runtimeFolder: String?,
      searchPath: [String]
    ) {
      self.program = program
      self.home = home
      self.socketFolder = socketFolder
      self.binaries = binaries
      self.runtimeFolder = runtimeFolder
      self.searchPath = searchPath
    }

    var variables: Variables { Variables(program: program) }

    /// The names of the environment variables of a program.
    struct Variables {
      let home: String
      let sockets: String
      let binaries: String

      init(program: String) {
        let prefix = String(program.uppercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
        home = prefix + "_HOME"
        sockets = prefix + "_SOCKET_DIR"
        binaries = prefix + "_PG_BIN"
      }
    }

    private static func absolute(_ path: String) -> String {
      guard !path.hasPrefix("/"), let current = getcwd(nil, 0) else { return path }
      defer { free(current) }
      return String(cString: current) + "/" + path
    }

    /// The path without the slashes at its end.
    private static func trimmed(_ path: String) -> String {
      let kept = path.reversed().drop { $0 == "/" }.reversed()
      return kept.isEmpty ? "/" : String(kept)
    }
  }
}
