/// A sliding window over a file's text: valid UTF-8, without byte order mark, one stretch of memory.
///
/// Everything in `start..<end` is checked text. Records are cut from its front; `refill` moves the rest
/// to the front of the memory and reads on, doubling the memory only when a record does not fit.
final class TextWindow {
  /// What stands at `end` when the text cannot go on.
  enum Fault { case undecodable, nul }

  /// The memory; offsets count from it, and `slack` bytes beyond `end` may be loaded, though not meant.
  private(set) var base: UnsafeMutableRawPointer
  /// The first byte not consumed; the reader moves it.
  var start = 0
  /// The end of the checked text.
  private(set) var end = 0
  /// Set when a fault follows the text.
  private(set) var fault: Fault?
  /// Whether no more text comes: the file is at its end, or a fault follows.
  private(set) var isComplete = false

  private let decoder: TextDecoder
  private var capacity: Int
  /// The end of what is read: beyond `end` there may be a part of a character, or a fault.
  private var filled = 0

  /// How far beyond the text a scanner may load: it reads eight bytes at a time.
  static let slack = 16

  /// A window on the decoder's text, at first of `capacity` bytes.
  init(_ decoder: TextDecoder, capacity: Int) throws(ReadingError) {
    self.decoder = decoder
    self.capacity = max(capacity, 2 * TextDecoder.leastRoom)
    base = .allocate(byteCount: self.capacity + Self.slack, alignment: 16)
    base.initializeMemory(as: UInt8.self, repeating: 0, count: self.capacity + Self.slack)
    try refill()
    if text.starts(with: Byte.byteOrderMark) { start = Byte.byteOrderMark.count }
  }

  deinit {
    base.deallocate()
  }

  /// The text not consumed yet.
  var text: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + start, count: end - start)
  }

  /// All bytes at hand, also the consumed and the faulty: what the encoding may be guessed from.
  var sample: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base, count: filled)
  }

  /// Reads on until the memory is full or the file ends; offsets into the window change.
  func refill() throws(ReadingError) {
    guard !isComplete else { return }
    makeRoom()
    var isAtEnd = false
    while !isAtEnd, capacity - filled >= TextDecoder.leastRoom {
      let count = try decoder.read(into: UnsafeMutableRawBufferPointer(rebasing: room))
      filled += count
      isAtEnd = count == 0
    }
    check(isLast: isAtEnd)
  }

  private var room: UnsafeMutableRawBufferPointer.SubSequence {
    UnsafeMutableRawBufferPointer(start: base, count: capacity)[filled...]
  }

  private func makeRoom() {
    let kept = filled - start
    if kept * 2 > capacity {
      capacity *= 2
      let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity + Self.slack, alignment: 16)
      larger.initializeMemory(as: UInt8.self, repeating: 0, count: capacity + Self.slack)
      larger.copyMemory(from: base + start, byteCount: kept)
      base.deallocate()
      base = larger
    } else {
      base.copyMemory(from: base + start, byteCount: kept)
    }
    end -= start
    filled -= start
    start = 0
  }

  private func check(isLast: Bool) {
    let (end, stop) = UTF8Check.run(base, from: end, to: filled)
    self.end = end
    isComplete = isLast
    switch stop {
    case .end:
      if decoder.isStopped { fault = .undecodable }
    case .incomplete:
      if isLast { fault = .undecodable }
    case .invalid: fault = .undecodable
    case .nul: fault = .nul
    }
    if fault != nil { isComplete = true }
  }
}
