import Bytes
import CZlib

/// Unpacks a part piece by piece, and holds it to the limits.
final class PartStream {
  private let file: FileBytes
  private let entry: ZipArchive.Entry
  private let budget: Budget
  private let inflation: Inflation
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  private var waiting = 0..<0
  /// Where the next packed byte lies in the file.
  private var position = 0
  private let end: Int
  private var unpacked = 0
  private var checksum: UInt = 0
  private var isFinished = false

  /// What all parts of a workbook may unpack to together.
  final class Budget {
    private(set) var left = WorkbookLimits.total

    /// Whether so much may still be taken, which then is.
    func take(_ count: Int) -> Bool {
      left -= count
      return left >= 0
    }
  }

  /// Begins to unpack a part.
  init(_ archive: ZipArchive, _ entry: ZipArchive.Entry, budget: Budget) throws(WorkbookError) {
    file = archive.file
    self.entry = entry
    self.budget = budget
    if entry.isEncrypted { throw WorkbookError(.encrypted) }
    let header = try file.bytes(at: entry.headerOffset, count: 30)
    let start = entry.headerOffset + 30 + header.number(26, bytes: 2) + header.number(28, bytes: 2)
    end = start + entry.packedSize
    position = start
    guard header.number(0, bytes: 4) == 0x0403_4B50, end <= file.size else {
      throw ZipArchive.damaged("the part \(entry.name) is not where the directory says")
    }
    guard entry.method == 0 || entry.method == 8 else {
      throw ZipArchive.damaged("the part \(entry.name) is packed by an unknown method")
    }
    do { inflation = try Inflation(.bare) } catch { throw ZipArchive.damaged("zlib cannot begin") }
  }

  deinit {
    buffer.deallocate()
  }

  /// Packed bytes read so far.
  var packedBytesRead: Int { entry.packedSize - (end - position) }

  /// Packed bytes of the part.
  var packedSize: Int { entry.packedSize }

  /// Writes some bytes of the part to `output`; 0 at its end.
  func read(into output: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
    while !isFinished {
      if waiting.isEmpty {
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, end - position)])
        let count = room.isEmpty ? 0 : try file.read(at: position, into: room)
        position += count
        waiting = 0..<count
      }
      let count = entry.method == 0 ? copySome(into: output) : try inflateSome(into: output)
      if count > 0 {
        try account(UnsafeRawBufferPointer(rebasing: output[..<count]))
        return count
      }
      if waiting.isEmpty, position == end || entry.method == 0 { isFinished = true }
    }
    guard unpacked == entry.size, UInt32(truncatingIfNeeded: checksum) == entry.checksum else {
      throw ZipArchive.damaged("the part \(entry.name) is not what was packed")
    }
    return 0
  }

  private func copySome(into output: UnsafeMutableRawBufferPointer) -> Int {
    let piece = waiting.prefix(output.count)
    output.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[piece]))
    waiting = piece.upperBound..<waiting.upperBound
    return piece.count
  }

  private func inflateSome(into output: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
    do {
      let step = try inflation.inflate(UnsafeRawBufferPointer(rebasing: buffer[waiting]), into: output)
      waiting = waiting.dropFirst(step.used)
      if step.isAtEnd { (waiting, position) = (0..<0, end) }
      return step.written
    } catch {
      throw ZipArchive.damaged("the part \(entry.name): \(error.reason)")
    }
  }

  private func account(_ bytes: UnsafeRawBufferPointer) throws(WorkbookError) {
    unpacked += bytes.count
    checksum = crc32(
      checksum, bytes.assumingMemoryBound(to: UInt8.self).baseAddress, UInt32(bytes.count))
    if unpacked > WorkbookLimits.ratioFree, unpacked > WorkbookLimits.ratio * max(1, packedBytesRead) {
      throw WorkbookError(.expandsTooMuch(limit: WorkbookLimits.ratio))
    }
    if unpacked > entry.size { throw ZipArchive.damaged("the part \(entry.name) is longer than it says") }
    guard budget.take(bytes.count) else { throw WorkbookError(.tooLarge(limit: WorkbookLimits.total)) }
  }
}
