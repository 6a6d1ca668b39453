import Glibc
import Testing

@testable import Tabular

@Suite("Files to read")
struct ByteSourceTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  @Test("that are missing are said to be so")
  func missing() throws {
    let path = scratch.folder + "/nothing.csv"
    let error = try openingError(path)
    #expect(error == ReadingError(file: path, fault: .missing))
    #expect(error.description == "\(path): there is no such file; check the path")
    let file = try scratch.file([0x61])
    #expect(try openingError(file + "/below").fault == .missing)
  }

  @Test("are not folders, devices or sockets")
  func notFiles() throws {
    #expect(try openingError(scratch.folder).fault == .folder)
    #expect(try openingError("/dev/zero").fault == .device)
    #expect(try openingError("/dev/null").fault == .device)
    let path = scratch.folder + "/socket"
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    #expect(try openingError(path).fault == .device)
  }

  @Test("that are empty are said to be so, also compressed")
  func empty() throws {
    #expect(try openingError(scratch.file([])).fault == .empty)
    let compressed = try scratch.file(output(of: "printf '' | gzip -c"), named: "empty.gz")
    #expect(try openingError(compressed).fault == .empty)
  }

  @Test("with only a byte order mark hold no header")
  func onlyMark() throws {
    #expect(try fault([0xEF, 0xBB, 0xBF]).error.fault == .empty)
  }

  @Test("that may not be read are said to be so")
  func unreadable() throws {
    let path = try scratch.file([0x61])
    chmod(path, 0)
    chmod(scratch.folder, 0o755)
    // As root, this thread alone looks at files as nobody does.
    typealias SetFileUser = @convention(c) (uid_t) -> Int32
    let symbol = try #require(dlsym(nil, "setfsuid"))
    let setFileUser = unsafeBitCast(symbol, to: SetFileUser.self)
    let user = geteuid()
    _ = setFileUser(65_534)
    defer { _ = setFileUser(user) }
    let error = try openingError(path)
    #expect(error.fault == .unreadable(reason: "Permission denied"))
  }

  @Test("whose disk fails are said to be so")
  func readFailure() throws {
    // The memory at address 0, which is a regular file to stat, cannot be read.
    #expect(try openingError("/proc/self/mem").fault == .readFailed(reason: "Input/output error"))
  }

  @Test("tell size, progress and digest")
  func progress() throws {
    let bytes = Array(String(repeating: "a,b\n", count: 100_000).utf8)
    let source = try ByteSource(path: scratch.file(bytes))
    #expect(source.size == 400_000)
    #expect(!source.isCompressed)
    let reader = try RecordReader(source)
    #expect(source.bytesRead < 400_000)
    try reader.forEach { _ in }
    #expect(source.bytesRead == 400_000)
    #expect(reader.recordCount == 100_000)
    #expect(source.sha256.count == 64)
  }

  @Test("may be pipes", arguments: [1, 3, 1000])
  func pipes(limit: Int) throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    let text = Array("имя;b\nАнна;2\n".utf8)
    #expect(write(ends[1], text, text.count) == text.count)
    close(ends[1])
    let input = try FileInput(path: "/dev/fd/\(ends[0])")
    input.readLimit = limit
    let reader = try RecordReader(ByteSource(input))
    #expect(reader.source.size == nil)
    #expect(try reader.readHeader().names == ["имя", "b"])
    var fields: [String] = []
    try reader.forEach { fields.append($0.string(at: 0)) }
    #expect(fields == ["Анна"])
  }
}

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

@Suite("Files that change while they are read")
struct ChangedFileTests {
  let scratch: Scratch
  let path: String

  init() throws {
    scratch = try Scratch()
    path = try scratch.file(Array(String(repeating: "a,b\n", count: 200_000).utf8))
  }

  /// Reads half, lets `change` happen, and reads the rest.
  func read(_ change: () throws -> Void) throws {
    let reader = try RecordReader(ByteSource(path: path))
    for _ in 0..<100 { _ = try reader.next() }
    try change()
    try reader.forEach { _ in }
  }

  @Test("by appending are refused at the end")
  func appended() throws {
    let error = try #require(throws: ReadingError.self) { try read { try scratch.append([0x61], to: path) } }
    #expect(error.fault == .changed)
  }

  @Test("by touching are refused at the end")
  func touched() throws {
    let error = try #require(throws: ReadingError.self) {
      try read {
        var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
        try #require(utimensat(AT_FDCWD, path, &times, 0) == 0)
      }
    }
    #expect(error.fault == .changed)
  }

  @Test("by cutting off are refused at the end")
  func cutOff() throws {
    let error = try #require(throws: ReadingError.self) {
      try read { try #require(truncate(path, 500_000) == 0) }
    }
    #expect(error.fault == .changed)
  }

  @Test("by replacing are refused at the end, though the open file is whole")
  func replaced() throws {
    let error = try #require(throws: ReadingError.self) {
      try read {
        let other = try scratch.file([0x61], named: "other.csv")
        try #require(rename(other, path) == 0)
      }
    }
    #expect(error.fault == .changed)
  }

  @Test("and those that do not are read")
  func unchanged() throws {
    try read {}
  }
}

@Suite("Standard input", .serialized)
struct StandardInputTests {
  /// Puts `descriptor` in the place of standard input during `body`.
  func withStandardInput<R>(_ descriptor: Int32, _ body: () throws -> R) throws -> R {
    let saved = dup(STDIN_FILENO)
    try #require(dup2(descriptor, STDIN_FILENO) == STDIN_FILENO)
    defer {
      if saved >= 0 {
        dup2(saved, STDIN_FILENO)
        close(saved)
      } else {
        close(STDIN_FILENO)
      }
    }
    return try body()
  }

  @Test("is read from a pipe, for the name -")
  func piped() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    #expect(write(ends[1], "a,b\n1,2\n", 8) == 8)
    close(ends[1])
    try withStandardInput(ends[0]) {
      let reader = try RecordReader(ByteSource(path: "-"))
      #expect(reader.source.name == "standard input")
      try reader.forEach { _ in }
      #expect(reader.recordCount == 2)
    }
  }

  @Test("is read from a file, whose size is known, and stays open")
  func redirected() throws {
    let scratch = try Scratch()
    let descriptor = try open(scratch.file(Array("a\n1\n".utf8)), O_RDONLY)
    defer { close(descriptor) }
    try withStandardInput(descriptor) {
      let source = try ByteSource(path: "-")
      #expect(source.size == 4)
      #expect(fcntl(STDIN_FILENO, F_GETFD) >= 0)
    }
  }

  @Test("that is a terminal, a device or a folder is refused")
  func refused() throws {
    let cases: [(String, ReadingError.Fault)] = [
      ("/dev/ptmx", .terminal), ("/dev/zero", .device), ("/tmp", .folder),
    ]
    for (path, fault) in cases {
      let descriptor = open(path, O_RDONLY | O_NOCTTY)
      try #require(descriptor >= 0)
      defer { close(descriptor) }
      let error = try withStandardInput(descriptor) { try openingError("-") }
      #expect(error == ReadingError(file: "standard input", fault: fault))
    }
  }
}
