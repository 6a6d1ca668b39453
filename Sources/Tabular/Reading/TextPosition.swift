import Messages

/// A place in a text file, as people count: the first line is 1, its first byte is 1.
///
/// Lines are physical lines, so a quoted line break counts; a byte order mark does not.
public struct TextPosition: Equatable, Sendable, CustomStringConvertible {
  /// The physical line; the header is usually line 1.
  public let line: Int
  /// The byte within the line, counted in the text's UTF-8 form: for a UTF-8 file, the file's own bytes.
  public let byte: Int
  /// The character (Unicode scalar) within the line; what an editor shows for most scripts.
  public let character: Int

  /// A place given by its three counts, each from 1.
  public init(line: Int, byte: Int, character: Int) {
    self.line = line
    self.byte = byte
    self.character = character
  }

  /// `line 3, byte 9`, or `line 3, byte 9 (character 5)` where the two differ.
  var said: Message {
    byte == character
      ? "line \(line), byte \(byte)" : "line \(line), byte \(byte) (character \(character))"
  }

  /// The same in English.
  public var description: String { said.description }
}

extension TextPosition {
  /// Counts from the start of a line through `text` to the place right after it.
  init(after text: UnsafeRawBufferPointer, startingAtLine first: Int) {
    var line = first
    var lineStart = 0
    for (offset, byte) in text.enumerated() {
      switch byte {
      case Byte.lineFeed: break
      case Byte.carriageReturn where offset + 1 == text.count || text[offset + 1] != Byte.lineFeed: break
      default: continue
      }
      line += 1
      lineStart = offset + 1
    }
    let before = text[lineStart...]
    self.init(
      line: line, byte: before.count + 1,
      character: before.count(where: { !Byte.isContinuation($0) }) + 1)
  }
}
