import Synchronization

/// Lines gathered from a copy.
final class Lines: Sendable {
  private let lines = Mutex<[String]>([])

  func append(_ row: UnsafeRawBufferPointer) {
    let text = String(decoding: row, as: UTF8.self)
    lines.withLock { $0.append(text.last == "\n" ? String(text.dropLast()) : text) }
  }

  var all: [String] { lines.withLock { $0 } }
}
