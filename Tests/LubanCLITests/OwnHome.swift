import FoundationEssentials
import Glibc
import Support

/// A home of a test's own, in which the real binary makes its private database.
struct OwnHome {
  /// The folder, which the server's account may enter.
  let folder: String

  /// Runs a line of shell with this home, and nothing of the tests' database in its environment.
  @discardableResult
  func run(_ line: String) throws -> Program.Outcome {
    try Program.shell("unset LUBAN_DSN; export LUBAN_HOME=\(folder)/home; \(line)", dsn: "", folder: folder)
  }
}

/// Gives a test a home, and leaves neither folder nor server behind.
func withOwnHome(_ body: (OwnHome) async throws -> Void) async throws {
  var template = Array("/tmp/luban-home-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw NoHome(code: errno) }
  let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  chmod(path, 0o755)
  let home = OwnHome(folder: path)
  defer {
    _ = try? home.run("luban db destroy --yes")
    try? FileManager.default.removeItem(atPath: path)
  }
  try await Turns.shared.take { try await body(home) }
}

/// Why there is no home.
struct NoHome: Error {
  let code: Int32
}
