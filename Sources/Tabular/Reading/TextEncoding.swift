/// How a file's characters are written as bytes.
///
/// The order of the cases is how usual they are: of those that read a file alike, the first one is named.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16 in the order its byte order mark says; without one, in the order its zero bytes tell.
  case utf16 = "utf-16"
  /// Western European Windows, and so Latin-1.
  case windows1252 = "windows-1252"
  /// Cyrillic Windows.
  case windows1251 = "windows-1251"
  /// The Chinese national standard; reads GBK and GB2312 too.
  case gb18030 = "gb18030"
  /// Central European Windows.
  case windows1250 = "windows-1250"
  /// Turkish Windows.
  case windows1254 = "windows-1254"
  /// Arabic Windows.
  case windows1256 = "windows-1256"
  /// Thai Windows.
  case windows874 = "windows-874"
  /// Vietnamese Windows.
  case windows1258 = "windows-1258"
  /// Japanese Windows.
  case shiftJIS = "shift_jis"
  /// Chinese in traditional characters.
  case big5 = "big5"
  /// Kazakh Windows.
  case kz1048 = "kz-1048"
  /// Russian Unix and mail.
  case koi8r = "koi8-r"
  /// Ukrainian Unix and mail.
  case koi8u = "koi8-u"
  /// Cyrillic DOS, Excel's “CSV (MS-DOS)”.
  case ibm866 = "ibm866"
  /// Cyrillic Macintosh.
  case macCyrillic = "mac-cyrillic"
  /// Cyrillic of Central Asia by ParaType.
  case pt154 = "pt154"
  /// Western European Macintosh.
  case macintosh = "macintosh"
  /// Western European DOS, Excel's “CSV (MS-DOS)”.
  case ibm850 = "ibm850"

  /// The name people know it by.
  public var title: String {
    switch self {
    case .utf8, .utf16, .gb18030, .koi8r, .koi8u, .kz1048, .pt154, .ibm866, .ibm850: rawValue.uppercased()
    case .windows1252, .windows1251, .windows1250, .windows1254, .windows1256, .windows874, .windows1258:
      "Windows-" + rawValue.drop { $0 != "-" }.dropFirst()
    case .shiftJIS: "Shift JIS"
    case .big5: "Big5"
    case .macCyrillic: "Mac Cyrillic"
    case .macintosh: "Mac Roman"
    }
  }

  /// The encoding that `name` means on a command line, however spelled: `UTF8`, `cp1251`, `GBK`, `latin1`.
  public init?(named name: String) {
    let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
    let found = Self.allCases.first { encoding in
      encoding.rawValue.filter { $0.isLetter || $0.isNumber } == key || encoding.otherNames.contains(key)
    }
    guard let found else { return nil }
    self = found
  }

  private var otherNames: [String] {
    switch self {
    case .utf8, .koi8u, .windows1256, .windows1258: Self.windowsNames(rawValue)
    case .utf16: ["utf16le", "utf16be"]
    case .windows1252: Self.windowsNames(rawValue) + ["latin1", "iso88591", "iso885915"]
    case .windows1251, .windows1250: Self.windowsNames(rawValue)
    case .gb18030: ["gbk", "gb2312", "cp936", "euccn"]
    case .windows1254: Self.windowsNames(rawValue) + ["latin5", "iso88599"]
    case .windows874: Self.windowsNames(rawValue) + ["tis620", "iso885911"]
    case .shiftJIS: ["sjis", "cp932", "windows31j", "mskanji"]
    case .big5: ["cp950", "bigfive"]
    case .kz1048: ["rk1048", "strk1048", "strk10482002"]
    case .koi8r: ["koi8"]
    case .ibm866: ["cp866", "dos866"]
    case .macCyrillic: ["xmaccyrillic", "cp10007"]
    case .pt154: ["ptcp154", "cp154", "cyrillicasian"]
    case .macintosh: ["macroman", "mac", "cp10000"]
    case .ibm850: ["cp850", "dos850"]
    }
  }

  /// `cp1251` and `win1251` for `windows-1251`.
  private static func windowsNames(_ name: String) -> [String] {
    guard name.hasPrefix("windows-") else { return [] }
    return ["cp", "win"].map { $0 + name.dropFirst("windows-".count) }
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
    case .utf16:
      prefix.starts(with: [0xFE, 0xFF]) || ZeroBytes(prefix).areMostlyFirst ? "UTF-16BE" : "UTF-16LE"
    case .windows1252, .windows1251, .windows1250, .windows1254, .windows1256, .windows874, .windows1258:
      "CP" + rawValue.dropFirst("windows-".count)
    case .kz1048: "RK1048"
    case .shiftJIS: "CP932"
    case .gb18030, .big5, .koi8r, .koi8u, .ibm866, .macCyrillic, .pt154, .macintosh, .ibm850:
      rawValue.uppercased()
    }
  }

  /// Those that a file may be in that does not tell itself.
  static let candidates = allCases.filter { $0 != .utf8 && $0 != .utf16 }

  /// Of the pairs of bytes that are one character, the first bytes of the usual characters; empty where a
  /// byte is a character.
  var usualLeads: [ClosedRange<UInt8>] {
    switch self {
    // The 3,755 characters of the first level, rows 16 to 55.
    case .gb18030: [0xB0...0xD7]
    case .big5: [0xA4...0xC6]
    case .shiftJIS: [0x82...0x83, 0x88...0x97]
    default: []
    }
  }

  /// The encodings that files of a country's offices are in, most usual first.
  static func usual(in country: String?) -> [TextEncoding] {
    switch country {
    case "KZ": [.kz1048, .windows1251]
    case "BG", "BY", "KG", "MN", "RS", "RU", "TJ", "UZ": [.windows1251]
    case "UA": [.windows1251, .koi8u]
    case "AZ", "TR": [.windows1254]
    case "AL", "BA", "CZ", "HR", "HU", "ME", "PL", "RO", "SI", "SK", "TM": [.windows1250]
    case "AE", "DZ", "EG", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "OM", "PK", "QA", "SA", "SD", "SY", "TN",
      "YE":
      [.windows1256, .windows1252]
    case "TH": [.windows874]
    case "VN": [.windows1258]
    case "CN", "SG": [.gb18030]
    case "HK", "MO", "TW": [.big5]
    case "JP": [.shiftJIS]
    default: []
    }
  }
}
