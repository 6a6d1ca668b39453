import Glibc

/// Owns an open file descriptor and closes it when its life ends.
///
/// Every descriptor is close-on-exec from its first moment: a server that inherited one would hold a
/// lock, or keep a caller's pipe open, for as long as it runs.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  init(owning number: Int32) {
    self.number = number
  }

  /// Opens a file.
  init(opening path: String, _ flags: Int32, mode: mode_t = 0o600) throws(LocalPostgresError) {
    number = try SystemCall.run("open", path) { open(path, flags | O_CLOEXEC, mode) }
  }

  deinit { Glibc.close(number) }

  /// Closes the descriptor now.
  consuming func close() {}

  /// Leaves the descriptor open until the process ends, when the kernel closes it.
  consuming func keepForLife() {
    discard self
  }
}

extension Descriptor {
  /// Both ends of a channel to a child process.
  ///
  /// A pair of sockets, because `pipe` can't be made close-on-exec in the same step and a child
  /// spawned by another thread in between would keep the end open.
  struct Channel: ~Copyable {
    let near: Descriptor
    let far: Descriptor

    init() throws(LocalPostgresError) {
      var ends: [Int32] = [-1, -1]
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      try SystemCall.run("socketpair", "") { socketpair(AF_UNIX, kind, 0, &ends) }
      near = Descriptor(owning: ends[0])
      far = Descriptor(owning: ends[1])
    }
  }

  /// Writes all bytes of a text.
  borrowing func write(_ text: String, to path: String) throws(LocalPostgresError) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = try SystemCall.run("write", path) {
        rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
      }
      rest = rest.dropFirst(written)
    }
  }

  /// Reads at most `limit` bytes from where the descriptor stands.
  borrowing func read(upTo limit: Int, from path: String) throws(LocalPostgresError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: limit)
    var count = 0
    while count < limit {
      let step = try SystemCall.run("read", path) {
        bytes.withUnsafeMutableBytes {
          Glibc.read(number, $0.baseAddress?.advanced(by: count), limit - count)
        }
      }
      if step == 0 { break }
      count += step
    }
    return Array(bytes.prefix(count))
  }
}
