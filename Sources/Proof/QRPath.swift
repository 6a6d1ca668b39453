import CQrencode

/// The QR code of a text, drawn as one path of SVG.
public struct QRPath: Sendable, Hashable {
  /// The blank modules that a reader needs around it.
  public static let margin = 4

  /// Modules of a side, with the margin.
  public let size: Int
  /// The dark modules, each stretch of a row a rectangle: for the attribute `d`.
  public let path: String

  /// Draws the text of a ``ProofCode``, of error level M in alphanumeric mode.
  ///
  /// - Throws: ``ProofFault/tooLarge`` where it holds other characters, or too many.
  public init(_ text: String) throws(ProofFault) {
    guard let input = QRinput_new2(0, QR_ECLEVEL_M) else { throw .tooLarge }
    defer { QRinput_free(input) }
    let bytes = Array(text.utf8)
    guard QRinput_append(input, QR_MODE_AN, Int32(bytes.count), bytes) == 0,
      let code = QRcode_encodeInput(input)
    else { throw .tooLarge }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    // Of each module the lowest bit says whether it is dark.
    let modules = UnsafeBufferPointer(start: code.pointee.data, count: width * width)
    var path = ""
    for row in 0..<width {
      var column = 0
      while column < width {
        let start = column
        while column < width, modules[row * width + column] & 1 == 1 { column += 1 }
        if column > start {
          path += "M\(start + Self.margin) \(row + Self.margin)h\(column - start)v1H\(start + Self.margin)z"
        }
        column = max(column, start + 1)
      }
    }
    self.path = path
    size = width + 2 * Self.margin
  }
}
