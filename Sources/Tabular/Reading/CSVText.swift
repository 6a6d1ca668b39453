/// Text of CSV that is in memory whole.
public enum CSVText {
  /// A row, without its line end.
  public static func line(_ fields: [String], _ delimiter: Delimiter) -> String {
    let special: Set<Character> = ["\"", "\n", "\r", "\r\n", delimiter.rawValue]
    return fields.map { field in
      guard field.contains(where: special.contains) else { return field }
      return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\""
    }.joined(separator: String(delimiter.rawValue))
  }

  /// The fields of its rows, blank lines left out.
  public static func rows(of text: String) -> [[String]] {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: TextWindow.slack)
    let end = bytes.count - TextWindow.slack
    var scanner = RecordScanner(delimiter: .comma)
    var rows: [[String]] = []
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      var start = 0
      while start < end {
        guard case .record = scanner.scan(base, from: start, to: end, isFinal: true) else { return }
        let record = Record(scanner, base: base + start, start: 0, line: 1)
        let fields = (0..<record.fieldCount).map { record.string(at: $0) }
        if fields != [""] { rows.append(fields) }
        start = scanner.next
      }
    }
    return rows
  }
}
