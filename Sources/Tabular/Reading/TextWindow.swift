/// A sliding window over a file's text: valid UTF-8, without byte order mark, one stretch of memory.
///
/// Everything in `start..<end` is checked text. Records are cut from its front; `refill` moves the rest
/// to the front of the memory and reads on, doubling the memory only when a record does not fit.
/// A byte that is no character is replaced by a sign of one byte, and its place noted.
final class TextWindow {
  /// The memory; offsets count from it, and `slack` bytes beyond `end` may be loaded, though not meant.
  private(set) var base: UnsafeMutableRawPointer
  /// The first byte not consumed; the reader moves it.
  var start = 0
  /// The end of the checked text.
  private(set) var end = 0
  /// Whether no more text comes.
  private(set) var isComplete = false
  /// Where characters are lost, in order: bytes that are none, NUL, and U+FFFD.
  private(set) var losses: [Int] = []
  /// The first byte that is no UTF-8, once the text is known not to be meant as such: then nothing of it is.
  private(set) var refusal: Int?
  /// What it may be meant as.
  private(set) var readings: [EncodingReading] = []

  private let decoder: TextDecoder
  private let country: String?
  private var capacity: Int
  /// The end of what is read: beyond `end` there may be a part of a character.
  private var filled = 0
  /// Characters above ASCII so far, which show that the text is UTF-8 as long as it is in doubt.
  private var characters = 0
  private var isInDoubt: Bool

  /// How far beyond the text a scanner may load: it reads eight bytes at a time.
  static let slack = 16

  /// A window on the decoder's text, at first of `capacity` bytes.
  init(_ decoder: TextDecoder, country: String? = nil, capacity: Int) throws(ReadingError) {
    self.decoder = decoder
    self.country = country
    self.capacity = max(capacity, 2 * TextDecoder.leastRoom)
    isInDoubt = decoder.isUTF8Unsaid
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

  /// Whether characters are lost before an offset, of the text not consumed yet.
  func hasLosses(before offset: Int) -> Bool {
    guard !losses.isEmpty else { return false }
    losses.removeFirst(losses.firstIndex { $0 >= start } ?? losses.count)
    return losses.first.map { $0 < offset } ?? false
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
    isComplete = isAtEnd
    check()
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
    losses = losses.filter { $0 >= start }.map { $0 - start }
    start = 0
  }

  private func check() {
    while refusal == nil {
      let (end, stop, found) = UTF8Check.run(base, from: end, to: filled)
      self.end = end
      characters += found
      switch stop {
      case .end: return
      case .incomplete where !isComplete: return
      case .lost: note(Byte.replacement.count)
      case .nul: replace()
      case .incomplete, .invalid:
        if isInDoubt { decide() }
        replace()
      }
    }
  }

  /// Notes a lost character at the end of the checked text.
  private func note(_ length: Int) {
    losses.append(end)
    end += length
  }

  private func replace() {
    base.storeBytes(of: Byte.substitute, toByteOffset: end, as: UInt8.self)
    note(1)
  }

  /// At the first byte that is no UTF-8: the text is UTF-8 with faults if at least half of what is above
  /// ASCII is valid, or if no encoding makes words of it; else it is another.
  private func decide() {
    isInDoubt = false
    let rest = UTF8Check.census(base, from: end, to: filled)
    guard characters + rest.characters < rest.strays else { return }
    readings = EncodingFinder(UnsafeRawBufferPointer(start: base, count: filled), country: country).readings()
    if !readings.isEmpty { refusal = end }
  }
}
