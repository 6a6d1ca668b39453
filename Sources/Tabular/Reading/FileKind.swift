import Messages

/// Files that people take for CSV, told by their first bytes.
public enum FileKind: Equatable, Sendable {
  /// A workbook of Excel before 2007 (.xls).
  case oldWorkbook
  /// A web page, which some programs name .xls.
  case html
  /// XML, such as a spreadsheet of Excel 2003.
  case xml
  /// A PDF document.
  case pdf
  /// JSON, as programs exchange it.
  case json
  /// A document in Rich Text Format.
  case richText
  /// A picture, as of a phone or a scanner.
  case image
  /// An archive, named by how its files end.
  case archive(String)

  /// The kind of a file that begins with `prefix`; nil when it may be text.
  init?(prefix: [UInt8]) {
    if prefix.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldWorkbook
    } else if let kind = Self.signatures.first(where: { prefix.starts(with: $0.bytes) })?.kind {
      self = kind
    } else if prefix.starts(with: "RIFF".utf8), prefix.dropFirst(8).starts(with: "WEBP".utf8) {
      self = .image
    } else if prefix.dropFirst(4).starts(with: "ftyphei".utf8) {
      self = .image
    } else if prefix.starts(with: "BM".utf8), prefix.dropFirst(6).starts(with: [0, 0, 0, 0]) {
      self = .image
    } else if prefix.dropFirst(257).starts(with: "ustar".utf8) {
      self = .archive("tar")
    } else {
      self.init(markup: prefix)
    }
  }

  private static let signatures: [(bytes: [UInt8], kind: FileKind)] = [
    (Array("%PDF-".utf8), .pdf), (Array("{\\rtf".utf8), .richText),
    ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image),
    ([0x49, 0x49, 0x2A, 0x00], .image), ([0x4D, 0x4D, 0x00, 0x2A], .image),
    (Array("Rar!".utf8), .archive("rar")), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive("7z")),
    ([0x50, 0x4B, 0x05, 0x06], .archive("zip")), (Array("BZh".utf8) + [0x39], .archive("bz2")),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .archive("xz")), ([0x28, 0xB5, 0x2F, 0xFD], .archive("zst")),
  ]

  private init?(markup prefix: [UInt8]) {
    // ASCII letters are enough, so UTF-16 is recognized by leaving its zero bytes out.
    let text = prefix.prefix(512).filter { $0 != Byte.nul && $0 < 0x80 }
    let start = text.drop { $0 == Byte.space || (Byte.tab...Byte.carriageReturn).contains($0) }
    let opening = String(decoding: start.prefix(16), as: UTF8.self).lowercased()
    if ["<html", "<!doctype", "<table", "<head", "<meta"].contains(where: opening.hasPrefix) {
      self = .html
    } else if opening.hasPrefix("<svg") {
      self = .image
    } else if opening.hasPrefix("<?xml") {
      self = .xml
    } else if Self.isJSON(start) {
      self = .json
    } else {
      return nil
    }
  }

  /// Whether an object or a list of objects begins, after a brace or bracket that no header begins with.
  private static func isJSON(_ text: ArraySlice<UInt8>) -> Bool {
    let signs = String(decoding: text.prefix(64), as: UTF8.self).filter { !$0.isWhitespace }
    return ["{\"", "{}", "[{", "[[", "[]"].contains(where: signs.hasPrefix)
  }

  /// With its article, for a sentence.
  var phrase: Message {
    switch self {
    case .oldWorkbook: "an Excel workbook (xls)"
    case .html: "a web page (HTML)"
    case .xml: "an XML document"
    case .pdf: "a PDF document"
    case .json: "JSON"
    case .richText: "a document in Rich Text Format (rtf)"
    case .image: "a picture"
    case .archive(let ending): "an archive (\(ending))"
    }
  }

  /// The way to a file that can be read.
  var remedy: Message {
    switch self {
    case .oldWorkbook: "open it and save it as a workbook (xlsx)"
    case .html, .xml: "open it in a spreadsheet program and save it as “CSV UTF-8” or as a workbook (xlsx)"
    case .pdf, .image: "ask for the table itself, as “CSV UTF-8” or as a workbook (xlsx)"
    case .json: "ask for the table as “CSV UTF-8” or as a workbook (xlsx)"
    case .richText: "copy the table into a spreadsheet and save it as “CSV UTF-8” or as a workbook (xlsx)"
    case .archive: "unpack it and name the file in it"
    }
  }
}
