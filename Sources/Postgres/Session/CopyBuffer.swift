/// Rows on their way to the server, in COPY's text format: fields between tabs, rows between newlines.
public struct CopyBuffer: ~Copyable {
  /// How many bytes make a chunk worth sending.
  static let chunk = 65_536

  private var bytes: [UInt8] = []
  private var isInRow = false

  init() { bytes.reserveCapacity(2 * Self.chunk) }

  /// The number of bytes not yet sent.
  ///
  /// A producer may return whenever it likes; nothing is sent below 64 KiB.
  public var count: Int { bytes.count }

  /// Adds a field, given as UTF-8, which is escaped as it needs.
  public mutating func append(field: UnsafeRawBufferPointer) {
    beginField()
    var start = 0
    for index in field.indices {
      let escape: UInt8
      switch field[index] {
      case UInt8(ascii: "\\"): escape = UInt8(ascii: "\\")
      case UInt8(ascii: "\t"): escape = UInt8(ascii: "t")
      case UInt8(ascii: "\n"): escape = UInt8(ascii: "n")
      case UInt8(ascii: "\r"): escape = UInt8(ascii: "r")
      default: continue
      }
      bytes.append(contentsOf: field[start..<index])
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(escape)
      start = index + 1
    }
    bytes.append(contentsOf: field[start...])
  }

  /// Adds a field; `nil` is NULL.
  public mutating func append(_ string: String?) {
    guard var string else { return appendNull() }
    string.withUTF8 { append(field: UnsafeRawBufferPointer($0)) }
  }

  /// Adds the digits of a number as a field.
  public mutating func append(_ number: Int) {
    append(number.description)
  }

  /// Adds NULL as a field.
  public mutating func appendNull() {
    beginField()
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(UInt8(ascii: "N"))
  }

  /// Ends the row whose fields have been added.
  public mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    isInRow = false
  }

  /// Adds bytes as they are, for a producer that makes the format itself, CSV for example.
  public mutating func append(raw: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: raw)
  }

  private mutating func beginField() {
    if isInRow { bytes.append(UInt8(ascii: "\t")) }
    isInRow = true
  }

  borrowing func withBytes<Result>(_ body: (UnsafeBufferPointer<CChar>) -> Result) -> Result {
    bytes.withUnsafeBytes { body($0.assumingMemoryBound(to: CChar.self)) }
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
