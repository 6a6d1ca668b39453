import CExpat
import Glibc

/// The name of an element or attribute as it lies in the parser's memory, without a prefix.
struct XMLName {
  private let start: UnsafePointer<CChar>

  init(_ name: UnsafePointer<CChar>) {
    var start = name
    var next = name
    while next.pointee != 0 {
      if next.pointee == CChar(0x3A) { start = next + 1 }
      next += 1
    }
    self.start = start
  }

  static func == (name: XMLName, text: StaticString) -> Bool {
    strcmp(name.start, UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }
}

/// The attributes of an element, in the parser's memory.
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>

  init(_ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
    self.list = list
  }

  /// The value of an attribute, whatever its prefix.
  subscript(name: StaticString) -> XMLValue? {
    var pair = list
    while let key = pair[0], let value = pair[1] {
      if XMLName(key) == name { return XMLValue(start: value) }
      pair += 2
    }
    return nil
  }

  /// The value of an attribute by its whole name, where several differ by their prefixes only.
  subscript(exactly name: StaticString) -> XMLValue? {
    var pair = list
    while let key = pair[0], let value = pair[1] {
      if XMLValue(start: key) == name { return XMLValue(start: value) }
      pair += 2
    }
    return nil
  }

  func string(_ name: StaticString) -> String? { self[name].map { String(cString: $0.start) } }

  func isTrue(_ name: StaticString) -> Bool {
    guard let value = self[name] else { return false }
    return value == "1" || value == "true"
  }
}

/// The value of an attribute, in the parser's memory.
struct XMLValue {
  let start: UnsafePointer<CChar>

  static func == (value: XMLValue, text: StaticString) -> Bool {
    strcmp(value.start, UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }

  /// Its text.
  var bytes: [UInt8] {
    Array(UnsafeRawBufferPointer(start: start, count: strlen(start)))
  }

  /// The whole number it stands for; nil for anything else.
  var number: Int? {
    var result = 0
    var next = start
    repeat {
      let digit = Int(next.pointee) - 0x30
      guard (0...9).contains(digit), result < 1 << 48 else { return nil }
      result = result * 10 + digit
      next += 1
    } while next.pointee != 0
    return result
  }

  /// Column and row of a reference such as `C5`, both from 0; nil for what is none.
  var reference: (column: Int, row: Int)? {
    var column = 0
    var next = start
    while case let letter = Int(next.pointee) & 0xDF, (0x41...0x5A).contains(letter) {
      column = column * 26 + letter - 0x40
      guard column <= WorkbookLimits.columns else { return nil }
      next += 1
    }
    guard column > 0, let row = XMLValue(start: next).number, row > 0, row <= WorkbookLimits.rows
    else { return nil }
    return (column - 1, row - 1)
  }
}
