/// Where a field's text lies.
struct FieldSpan {
  /// The first byte, without the opening quote, counted from the record's first.
  var start: UInt32
  /// The byte after the last, without the closing quote.
  var end: UInt32
  /// Whether quotes stood doubled within: then the text is a copy, and the offsets count in the copies.
  var isCopy: Bool

  /// The text from `start` to `end`, offsets within a record and so within 32 bits.
  @inline(__always)
  init(_ start: Int, _ end: Int, isCopy: Bool) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.isCopy = isCopy
  }
}

/// A growing list in plain memory, used again for every record: no reference counts, no checks.
struct Stack<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit {
    base.deallocate()
  }

  mutating func removeAll() {
    count = 0
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count &+= 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}
