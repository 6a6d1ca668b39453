import Glibc
import Tabular

/// Gives some bytes to a reader as a file without a name, and reads them to the end.
func read(_ bytes: UnsafeRawBufferPointer, _ encoding: TextEncoding? = nil) {
  var path = Array("/dev/shm/luban-fuzz-XXXXXX".utf8CString)
  let descriptor = mkstemp(&path)
  guard descriptor >= 0 else { return }
  defer { close(descriptor) }
  unlink(path)
  guard write(descriptor, bytes.baseAddress, bytes.count) == bytes.count else { return }
  do {
    let reader = try RecordReader(
      ByteSource(path: "/proc/self/fd/\(descriptor)"), encoding: encoding, country: "KZ",
      table: TableChoice { HeaderFit(needs: $0.count, columns: $0.count) })
    let header = try reader.readHeader()
    var fields = header.names.count
    try reader.forEach { record in
      for index in 0..<record.fieldCount where !record.string(at: index).isEmpty { fields += 1 }
      _ = Record.readable(record.raw)
      guard let sheet = reader.sheet else { return }
      _ = sheet.strayColumn(ofLine: record.line)
    }
    precondition(fields >= header.names.count)
  } catch {
    // Refused, in words.
    precondition(!"\(error)".isEmpty)
  }
}
