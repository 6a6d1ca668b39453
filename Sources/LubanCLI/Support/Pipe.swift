import Glibc
import Luban

/// A pipe between programs, of which none inherits an end that it was not given.
final class Pipe {
  /// Where it is written.
  let input: Int32
  /// Where it is read.
  let output: Int32
  private var isInputOpen = true
  private var isOutputOpen = true

  init() throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      throw LubanError.internal("pipe: \(String(cString: strerror(errno)))")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    output = ends[0]
    input = ends[1]
  }

  deinit {
    closeInput()
    closeOutput()
  }

  func closeInput() {
    if isInputOpen { close(input) }
    isInputOpen = false
  }

  func closeOutput() {
    if isOutputOpen { close(output) }
    isOutputOpen = false
  }

  /// All that comes until the last writer has closed its end.
  func text() -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(output, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }
}
