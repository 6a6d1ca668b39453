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
