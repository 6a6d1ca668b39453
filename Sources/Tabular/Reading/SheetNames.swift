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
}
