import Glibc

/// A folder of its own, removed with everything in it.
final class Scratch {
  let folder: String

  init() throws {
    var template = Array("/tmp/tabular-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemFailure(code: errno) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    guard let directory = opendir(folder) else { return }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { remove(folder + "/" + name) }
    }
    closedir(directory)
    rmdir(folder)
  }

  /// The path of a file in the folder, made with `bytes`.
  func file(_ bytes: [UInt8], named name: String = "file.csv") throws -> String {
    let path = folder + "/" + name
    try write(bytes, to: path, flags: O_WRONLY | O_CREAT | O_TRUNC)
    return path
  }

  func append(_ bytes: [UInt8], to path: String) throws {
    try write(bytes, to: path, flags: O_WRONLY | O_APPEND)
  }

  /// The names in the folder.
  var names: [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  private func write(_ bytes: [UInt8], to path: String, flags: Int32) throws {
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else { throw SystemFailure(code: errno) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw SystemFailure(code: errno) }
      rest = rest.dropFirst(count)
    }
  }
}

struct SystemFailure: Error {
  let code: Int32
}

/// All bytes of a file.
func contents(of path: String) throws -> [UInt8] {
  let descriptor = open(path, O_RDONLY)
  guard descriptor >= 0 else { throw SystemFailure(code: errno) }
  defer { close(descriptor) }
  return contents(of: descriptor)
}

/// All bytes of a descriptor to its end.
func contents(of descriptor: Int32) -> [UInt8] {
  var result: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count <= 0 { return result }
    result += buffer[..<count]
  }
}
