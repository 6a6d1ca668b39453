import Glibc

/// Calls of the C library that report failure as -1, turned into errors that say what was tried on what.
enum SystemCall {
  /// Runs a call, again when a signal interrupted it.
  @discardableResult
  static func run<Result: SignedInteger>(
    _ operation: String, _ path: String, _ call: () -> Result
  ) throws(LocalPostgresError) -> Result {
    while true {
      let result = call()
      if result != -1 { return result }
      let code = errno
      if code == EINTR { continue }
      throw .system(operation: operation, path: path, code: code)
    }
  }

  /// The system's words for an error number.
  static func message(_ code: Int32) -> String {
    String(cString: strerror(code))
  }
}
