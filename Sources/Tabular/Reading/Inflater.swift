import Bytes

/// Inflates a gzip file piece by piece, also one of several members (`cat a.gz b.gz`).
final class Inflater {
  private let input: FileInput
  private let inflation: Inflation
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  /// Compressed bytes not used yet, within `buffer`.
  private var waiting: Range<Int>
  private var isBetweenMembers = false
  private var isFinished = false

  /// The two bytes a gzip file begins with.
  static let magic: [UInt8] = [0x1F, 0x8B]

  /// Inflates `prefix`, which is already read, and then the rest of `input`.
  init(_ input: FileInput, prefix: [UInt8]) throws(ReadingError) {
    self.input = input
    buffer.copyBytes(from: prefix)
    waiting = 0..<prefix.count
    do { inflation = try Inflation(.gzip) } catch { throw Self.damaged(error.reason, in: input) }
  }

  deinit {
    buffer.deallocate()
  }

  /// Writes some inflated bytes to `output`; 0 at the end of the file.
  func read(into output: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    while !isFinished {
      if waiting.isEmpty { try refill() }
      if waiting.isEmpty {
        guard isBetweenMembers else { throw ReadingError(file: input.name, fault: .gzipTruncated) }
        isFinished = true
      } else if isBetweenMembers {
        try beginMember()
      } else {
        let count = try inflateSome(into: output)
        if count > 0 { return count }
      }
    }
    return 0
  }

  private func refill() throws(ReadingError) {
    waiting = 0..<(try input.read(into: buffer))
  }

  private func inflateSome(into output: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    do {
      let step = try inflation.inflate(UnsafeRawBufferPointer(rebasing: buffer[waiting]), into: output)
      waiting = waiting.dropFirst(step.used)
      if step.isAtEnd { isBetweenMembers = true }
      return step.written
    } catch {
      throw Self.damaged(error.reason, in: input)
    }
  }

  /// Begins the member that follows, or passes over the zeros that tapes and some tools pad with.
  private func beginMember() throws(ReadingError) {
    guard buffer[waiting.lowerBound] != 0 else {
      waiting = waiting.dropFirst()
      return
    }
    guard buffer[waiting.lowerBound] == Self.magic[0], inflation.restart() else {
      throw Self.damaged("other data follow its end", in: input)
    }
    isBetweenMembers = false
  }

  private static func damaged(_ reason: String, in input: FileInput) -> ReadingError {
    ReadingError(file: input.name, fault: .gzipDamaged(reason: reason))
  }
}
