/// The parts of a zip, by its directory at the end of the file.
struct ZipArchive {
  /// A part, as the directory has it.
  struct Entry {
    let name: String
    let isEncrypted: Bool
    let method: Int
    let checksum: UInt32
    let packedSize: Int
    let size: Int
    let headerOffset: Int
  }

  let file: FileBytes
  private var entries: [String: Entry] = [:]
  /// The names of all parts, as the directory has them.
  var names: [String] { entries.values.map(\.name) }

  private static let endLength = 22
  private static let recordLength = 46

  /// Reads the directory.
  init(_ file: FileBytes) throws(WorkbookError) {
    self.file = file
    let tailStart = max(0, file.size - Self.endLength - 0xFFFF)
    let tail = try file.bytes(at: tailStart, count: file.size - tailStart)
    guard let end = Self.endRecord(in: tail) else {
      throw Self.damaged("it has no directory; it may be cut off")
    }
    let count = tail.number(end + 10, bytes: 2)
    let length = tail.number(end + 12, bytes: 4)
    let start = tail.number(end + 16, bytes: 4)
    if count == 0xFFFF || length == 0xFFFF_FFFF || start == 0xFFFF_FFFF { throw WorkbookError(.zip64) }
    guard count <= WorkbookLimits.parts, start + length <= tailStart + end else {
      throw Self.damaged("its directory leads nowhere")
    }
    let directory = try file.bytes(at: start, count: length)
    var offset = 0
    for _ in 0..<count {
      guard directory.number(offset, bytes: 4) == 0x0201_4B50, offset + Self.recordLength <= directory.count
      else { throw Self.damaged("its directory is incomplete") }
      let entry = try Self.entry(directory, at: offset)
      guard entries.updateValue(entry, forKey: Self.key(entry.name)) == nil else {
        throw Self.damaged("it has two parts named \(entry.name)")
      }
      offset +=
        Self.recordLength + directory.number(offset + 28, bytes: 2) + directory.number(offset + 30, bytes: 2)
        + directory.number(offset + 32, bytes: 2)
    }
  }

  /// The part of a name, in any case and with or without a slash in front, as parts refer to each other.
  subscript(name: String) -> Entry? { entries[Self.key(name)] }

  private static func key(_ name: String) -> String {
    let path = String(name.map { $0 == "\\" ? "/" : $0 })
    return (path.hasPrefix("/") ? String(path.dropFirst()) : path).lowercased()
  }

  /// The record that ends every zip, before a comment of at most 64 KiB.
  private static func endRecord(in tail: [UInt8]) -> Int? {
    guard tail.count >= endLength else { return nil }
    return (0...(tail.count - endLength)).reversed().first { offset in
      tail[offset] == 0x50 && tail.number(offset, bytes: 4) == 0x0605_4B50
        && offset + endLength + tail.number(offset + 20, bytes: 2) == tail.count
    }
  }

  private static func entry(_ directory: [UInt8], at offset: Int) throws(WorkbookError) -> Entry {
    let nameEnd = offset + recordLength + directory.number(offset + 28, bytes: 2)
    guard nameEnd <= directory.count else { throw damaged("its directory is incomplete") }
    let entry = Entry(
      name: String(decoding: directory[(offset + recordLength)..<nameEnd], as: UTF8.self),
      isEncrypted: directory.number(offset + 8, bytes: 2) & 1 == 1,
      method: directory.number(offset + 10, bytes: 2),
      checksum: UInt32(directory.number(offset + 16, bytes: 4)),
      packedSize: directory.number(offset + 20, bytes: 4), size: directory.number(offset + 24, bytes: 4),
      headerOffset: directory.number(offset + 42, bytes: 4))
    let sizes = [entry.packedSize, entry.size, entry.headerOffset]
    if sizes.contains(0xFFFF_FFFF) { throw WorkbookError(.zip64) }
    return entry
  }

  static func damaged(_ reason: String) -> WorkbookError { WorkbookError(.damaged(reason: reason)) }

  /// What kind of zip it is, where it is no workbook.
  func kind() throws(WorkbookError) -> ZipKind {
    if self["xl/workbook.bin"] != nil { return .binaryWorkbook }
    if self["word/document.xml"] != nil { return .wordDocument }
    if self["ppt/presentation.xml"] != nil { return .presentation }
    if names.contains(where: { $0.hasSuffix(".iwa") || $0 == "Index.zip" }) { return .numbers }
    if self["mimetype"] != nil, self["content.xml"] != nil { return .openDocument }
    return .archive
  }
}
