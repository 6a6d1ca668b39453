/// How a file's characters are written as bytes.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16 in the order its byte order mark says; without one, in the order its first bytes suggest.
  case utf16 = "utf-16"
  /// The Chinese national standard; reads GBK and GB2312 too.
  case gb18030 = "gb18030"
  /// Cyrillic Windows.
  case windows1251 = "windows-1251"

  /// The name people know it by.
  public var title: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16: "UTF-16"
    case .gb18030: "GB18030"
    case .windows1251: "Windows-1251"
    }
  }

  /// The encoding that `name` means on a command line, however spelled: `UTF8`, `cp1251`, `GBK`.
  public init?(named name: String) {
    switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "utf8": self = .utf8
    case "utf16": self = .utf16
    case "gb18030", "gbk", "gb2312", "cp936": self = .gb18030
    case "windows1251", "cp1251", "win1251": self = .windows1251
    default: return nil
    }
  }
}

extension TextEncoding {
  /// The encoding that a byte order mark at the start of a file announces.
  init?(byteOrderMarkOf prefix: [UInt8]) {
    if prefix.starts(with: Byte.byteOrderMark) {
      self = .utf8
    } else if prefix.starts(with: [0xFF, 0xFE]) || prefix.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else {
      return nil
    }
  }

  /// The converter's name in iconv, for a file that begins so; nil for UTF-8, which needs none.
  func converterName(prefix: [UInt8]) -> String? {
    switch self {
    case .utf8: nil
    // The first character of a table is nearly always ASCII: its zero byte tells the order.
    case .utf16: prefix.starts(with: [0xFE, 0xFF]) || prefix.first == 0 ? "UTF-16BE" : "UTF-16LE"
    case .gb18030: "GB18030"
    case .windows1251: "CP1251"
    }
  }
}
