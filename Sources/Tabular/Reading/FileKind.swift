/// Files that people take for CSV, told by their first bytes.
public enum FileKind: Equatable, Sendable {
  /// A zip: a workbook of Excel (.xlsx) or OpenDocument (.ods).
  case workbook
  /// A workbook of Excel before 2007 (.xls).
  case oldWorkbook
  /// A web page, which some programs name .xls.
  case html
  /// XML, such as a spreadsheet of Excel 2003.
  case xml
  /// A PDF document.
  case pdf

  /// The kind of a file that begins with `prefix`; nil when it may be text.
  init?(prefix: [UInt8]) {
    if prefix.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .workbook
    } else if prefix.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldWorkbook
    } else if prefix.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else {
      self.init(markup: prefix)
    }
  }

  private init?(markup prefix: [UInt8]) {
    // ASCII letters are enough, so UTF-16 is recognized by leaving its zero bytes out.
    let text = prefix.prefix(512).filter { $0 != Byte.nul && $0 < 0x80 }
    let start = text.drop { $0 == Byte.space || (Byte.tab...Byte.carriageReturn).contains($0) }
    let opening = String(decoding: start.prefix(16), as: UTF8.self).lowercased()
    if ["<html", "<!doctype", "<table", "<head", "<meta"].contains(where: opening.hasPrefix) {
      self = .html
    } else if opening.hasPrefix("<?xml") {
      self = .xml
    } else {
      return nil
    }
  }

  /// With its article, for a sentence.
  var phrase: String {
    switch self {
    case .workbook: "a workbook (xlsx) or another zip file"
    case .oldWorkbook: "an Excel workbook (xls)"
    case .html: "a web page (HTML)"
    case .xml: "an XML document"
    case .pdf: "a PDF document"
    }
  }

  /// The way to a CSV file.
  var remedy: String {
    switch self {
    case .workbook, .oldWorkbook: "open it and save it as “CSV UTF-8”"
    case .html, .xml: "open it in a spreadsheet program and save it as “CSV UTF-8”"
    case .pdf: "ask for the table itself, saved as “CSV UTF-8”"
    }
  }
}
