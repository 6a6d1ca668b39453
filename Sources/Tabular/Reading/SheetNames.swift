import Workbook

/// The sheets of a workbook by name.
public enum SheetNames {
  /// Those that are visible, in their order; nil of a file that is no workbook.
  ///
  /// Throws ``ReadingError``: of files, and of workbooks that are damaged.
  public static func visible(in path: String) throws(ReadingError) -> [String]? {
    let source = try ByteSource(path: path)
    guard source.prefix.starts(with: SheetText.magic) else { return nil }
    let file = try source.whole()
    return try source.reading { () throws(WorkbookError) in
      try Workbook(descriptor: file.descriptor, size: file.size).sheets.filter(\.isVisible).map(\.name)
    }
  }

  /// The SHA-256 of the part that holds the first sheet, as ``WorkbookOutput/endSheet()`` tells it; nil of a
  /// file that is no workbook.
  ///
  /// Throws ``ReadingError``: of files, and of workbooks that are damaged.
  public static func sha256(ofFirstIn path: String) throws(ReadingError) -> String? {
    let source = try ByteSource(path: path)
    guard source.prefix.starts(with: SheetText.magic) else { return nil }
    let file = try source.whole()
    return try source.reading { () throws(WorkbookError) in
      let workbook = try Workbook(descriptor: file.descriptor, size: file.size)
      guard let sheet = workbook.sheets.first else { return nil }
      var hash = SHA256()
      try workbook.readPart(of: sheet) { hash.update($0) }
      return hash.hexadecimal
    }
  }
}
