/// Any bytes behind a byte order mark: records, quotes, delimiters, lost characters.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  ([0xEF, 0xBB, 0xBF] + UnsafeBufferPointer(start: data, count: count)).withUnsafeBytes { read($0) }
  return 0
}
