import Testing

@testable import Tabular

@Suite("Compressed files")
struct GzipTests {
  let scratch: Scratch
  let text = (1...5000).map { "row \($0),\($0 * 7919 % 10_007)\n" }.joined()

  init() throws {
    scratch = try Scratch()
  }

  func compressed() throws -> [UInt8] {
    let plain = try scratch.file(Array(text.utf8), named: "plain.csv")
    return try output(of: "gzip -c \(plain)")
  }

  func records(_ bytes: [UInt8], readLimit: Int = .max) throws -> Int {
    let input = try FileInput(path: scratch.file(bytes, named: "file.csv.gz"))
    input.readLimit = readLimit
    let reader = try RecordReader(ByteSource(input))
    #expect(reader.source.isCompressed)
    try reader.forEach { _ in }
    #expect(reader.source.bytesRead == bytes.count)
    return reader.recordCount
  }

  @Test(
    "are known by their first bytes, whatever their name, and read in pieces", arguments: [7, 1024, .max])
  func inflate(readLimit: Int) throws {
    #expect(try records(compressed(), readLimit: readLimit) == 5000)
  }

  @Test("may have several members, and zeros at the end")
  func members() throws {
    let bytes = try compressed()
    #expect(try records(bytes + bytes) == 10_000)
    #expect(try records(bytes + bytes, readLimit: 1) == 10_000)
    #expect(try records(bytes + [UInt8](repeating: 0, count: 700)) == 5000)
  }

  @Test("that are cut off are said to be so, wherever the cut")
  func truncated() throws {
    let bytes = try compressed()
    for length in [2, 9, 10, 11, 100, bytes.count / 2, bytes.count - 8, bytes.count - 1] {
      let error = try #require(throws: ReadingError.self) { try records(Array(bytes.prefix(length))) }
      #expect(error.fault == .gzipTruncated, "cut to \(length)")
    }
  }

  @Test("that are damaged are said to be so")
  func damaged() throws {
    let bytes = try compressed()
    var checksum = bytes
    checksum[bytes.count - 6] ^= 1
    let wrongSum = try #require(throws: ReadingError.self) { try records(checksum) }
    #expect(wrongSum.fault == .gzipDamaged(reason: "incorrect data check"))
    let followed = try #require(throws: ReadingError.self) { try records(bytes + [0x61, 0x62]) }
    #expect(followed.fault == .gzipDamaged(reason: "other data follow its end"))
    let method = try #require(throws: ReadingError.self) {
      try records([0x1F, 0x8B, 0x63] + bytes.dropFirst(3))
    }
    #expect(method.fault == .gzipDamaged(reason: "unknown compression method"))
  }
}
