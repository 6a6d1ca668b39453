/// The container of Excel's workbooks before 2007, in which encrypted new ones lie as well.
public enum CompoundFile {
  /// What it begins with.
  public static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// Whether it holds a workbook (xlsx) that opens by a password only: then it names the package, in UTF-16.
  public static func isEncrypted(_ descriptor: Int32, size: Int) throws(WorkbookError) -> Bool {
    let file = try FileBytes(descriptor: descriptor, size: size)
    let name = "EncryptedPackage".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    var offset = 0
    while offset < size {
      let bytes = try file.bytes(at: offset, count: 1 << 20)
      if bytes.firstRange(of: name) != nil { return true }
      offset += max(1, bytes.count - name.count + 1)
      if bytes.count <= name.count { break }
    }
    return false
  }
}
