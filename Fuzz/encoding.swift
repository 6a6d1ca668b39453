import Tabular

/// Any bytes, in an encoding that the first of them chooses, or none: what is told, decoded and refused.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let all = TextEncoding.allCases
  let encoding = data[0] < 128 ? nil : all[Int(data[0]) % all.count]
  read(UnsafeRawBufferPointer(start: data + 1, count: count - 1), encoding)
  return 0
}
