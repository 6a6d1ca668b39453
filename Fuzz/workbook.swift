/// Any bytes as a workbook: the directory of its parts, what they hold, cells and days.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  read(UnsafeRawBufferPointer(start: data, count: count))
  return 0
}
