import Glibc
import Tabular

/// What is written to a descriptor, read on the other end of a file in memory.
func written(_ body: (ByteSink) throws -> Void) throws -> [UInt8] {
  let scratch = try Scratch()
  let path = try scratch.file([])
  let descriptor = open(path, O_WRONLY)
  guard descriptor >= 0 else { throw SystemFailure(code: errno) }
  defer { close(descriptor) }
  let sink = ByteSink(descriptor: descriptor, name: "output")
  try body(sink)
  try sink.flush()
  return try contents(of: path)
}

/// The text that is written.
func writtenText(_ body: (ByteSink) throws -> Void) throws -> String {
  try String(decoding: written(body), as: UTF8.self)
}

/// Calls `body` with the bytes of a text, as a row of COPY comes.
func withRow<R>(_ text: String, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
  try Array(text.utf8).withUnsafeBytes(body)
}
