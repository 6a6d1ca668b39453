/// The texts that cells refer to by number: the first in memory, what exceeds it in a file without a name.
///
/// They are kept in the order in which the sheet first uses them, so that few blocks of the file are enough.
final class SharedTexts {
  private var memory: [UInt8] = []
  private var ends = TextEnds()
  private var overflow: Overflow?
  private let limit: Int

  /// Reads the texts of a part; beyond `limit` bytes they go to a file.
  init(_ stream: PartStream, name: String, limit: Int) throws(WorkbookError) {
    self.limit = limit
    let reader = TextReader { [unowned self] text throws(WorkbookError) in try append(text) }
    let parser = try XMLParser(stream, name: name, reader)
    let result = withExtendedLifetime(reader) { Result { () throws(WorkbookError) in try parser.finish() } }
    try result.get()
    try overflow?.finish()
  }

  /// Adds text `index` to `text`; false where there is none.
  func append(_ index: Int, to text: inout [UInt8]) throws(WorkbookError) -> Bool {
    guard index >= 0, index < ends.count else { return false }
    let start = index == 0 ? 0 : ends[index - 1]
    let end = ends[index]
    if end <= memory.count {
      text.append(contentsOf: memory[start..<end])
    } else {
      try overflow?.append((start - memory.count)..<(end - memory.count), to: &text)
    }
    return true
  }

  private func append(_ text: [UInt8]) throws(WorkbookError) {
    guard ends.count < WorkbookLimits.texts else {
      throw WorkbookError(.tooManyTexts(limit: WorkbookLimits.texts))
    }
    ends.append(count: text.count)
    if overflow == nil, memory.count + text.count <= limit { return memory.append(contentsOf: text) }
    if overflow == nil { overflow = try Overflow() }
    try overflow?.take(text)
  }
}

/// Where each text ends, counted over memory and file together: four bytes a text, in runs, so that no array
/// is copied to grow.
private struct TextEnds {
  private(set) var count = 0
  /// Where the first text of each run begins, and where its texts end, counted from there: a run of the
  /// longest texts that a cell can hold stays below what four bytes count.
  private var runs: [(start: Int, ends: [UInt32])] = []
  private var end = 0

  private static let length = 2048

  subscript(index: Int) -> Int {
    let run = runs[index / Self.length]
    return run.start + Int(run.ends[index % Self.length])
  }

  mutating func append(count added: Int) {
    if count % Self.length == 0 {
      runs.append((end, []))
      runs[runs.count - 1].ends.reserveCapacity(Self.length)
    }
    end += added
    runs[runs.count - 1].ends.append(UInt32(end - runs[runs.count - 1].start))
    count += 1
  }
}

/// Texts in a file, read by blocks of which the last used are kept.
private final class Overflow {
  private let scratch: ScratchFile
  private var pending: [UInt8] = []
  private var file: FileBytes?
  private var blocks: [(number: Int, bytes: [UInt8])]

  private static let blockSize = 16 << 10
  private static let blockCount = 512

  init() throws(WorkbookError) {
    scratch = try ScratchFile()
    blocks = Array(repeating: (-1, []), count: Self.blockCount)
  }

  func take(_ text: [UInt8]) throws(WorkbookError) {
    pending += text
    if pending.count >= 1 << 16 { try flush() }
  }

  func finish() throws(WorkbookError) {
    try flush()
    file = try FileBytes(descriptor: scratch.descriptor, size: scratch.size)
  }

  func append(_ range: Range<Int>, to text: inout [UInt8]) throws(WorkbookError) {
    var start = range.lowerBound
    while start < range.upperBound {
      let number = start / Self.blockSize
      let slot = number % Self.blockCount
      if blocks[slot].number != number {
        let bytes = try file?.bytes(at: number * Self.blockSize, count: Self.blockSize) ?? []
        blocks[slot] = (number, bytes)
      }
      let offset = start - number * Self.blockSize
      let end = min(range.upperBound - number * Self.blockSize, blocks[slot].bytes.count)
      guard offset < end else { throw WorkbookError(.readFailed(reason: "the temporary file is cut off")) }
      text.append(contentsOf: blocks[slot].bytes[offset..<end])
      start += end - offset
    }
  }

  private func flush() throws(WorkbookError) {
    let result = pending.withUnsafeBytes { bytes in
      Result { () throws(WorkbookError) in try scratch.write(bytes) }
    }
    try result.get()
    pending.removeAll(keepingCapacity: true)
  }
}

/// Joins the runs of each text, and leaves out how it is pronounced.
private final class TextReader: XMLHandler {
  private let body: ([UInt8]) throws(WorkbookError) -> Void
  private var text: [UInt8] = []
  private var isPhonetic = false
  private var isInText = false

  init(_ body: @escaping ([UInt8]) throws(WorkbookError) -> Void) {
    self.body = body
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes, _ parser: XMLParser) {
    if name == "si" {
      text.removeAll(keepingCapacity: true)
    } else if name == "rPh" {
      isPhonetic = true
    } else if name == "t" {
      isInText = !isPhonetic
    }
  }

  func end(_ name: XMLName, _ parser: XMLParser) {
    if name == "t" {
      isInText = false
    } else if name == "rPh" {
      isPhonetic = false
    } else if name == "si" {
      Escapes.resolve(&text, from: 0)
      do throws(WorkbookError) { try body(text) } catch { parser.fail(error) }
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer, _ parser: XMLParser) {
    guard isInText else { return }
    text.append(contentsOf: bytes)
    if text.count > WorkbookLimits.cell {
      parser.fail(WorkbookError(.cellTooLong(limit: WorkbookLimits.cell)))
    }
  }
}
