extension SheetWriter {
  /// The values that a column may have, and what they mean: rows of a second sheet, and a drop-down list.
  public struct ValueList: Sendable, Hashable {
    /// What the columns that have them are called.
    public let name: String
    /// Each value, and what it means in the languages of the heading.
    public let rows: [[String]]
    /// What stands above names, values and meanings, in the language of who reads them.
    let heading: [String]
    /// The name of the sheet of all lists.
    let sheet: String

    /// What stands above them in English.
    public static let heading = ["column", "value", "English", "Русский", "中文"]

    /// A list of a value a row, with its meanings behind it.
    public init(
      _ name: String, rows: [[String]], heading: [String] = ValueList.heading, sheet: String = "Words"
    ) {
      self.name = name
      self.rows = rows
      self.heading = heading
      self.sheet = sheet
    }

    /// All lists as the rows of a sheet.
    static func rows(of lists: [ValueList]) -> [[[UInt8]?]] {
      let rows =
        [lists.first?.heading ?? []] + lists.flatMap { list in list.rows.map { [list.name] + $0 } }
      return rows.map { row in row.map { $0.isEmpty ? nil : Array($0.utf8) } }
    }

    /// The lists of columns, as the drop-down lists of a sheet: what is not in a list may be typed all the
    /// same, since words of other languages are read as well.
    static func validations(of columns: [ValueList?], among lists: [ValueList]) -> String {
      var start = 2
      let validations = lists.compactMap { list -> String? in
        let cells = columns.indices.filter { columns[$0] == list }.map { column in
          let letters = Sheet.letters(ofColumn: column)
          return "\(letters)2:\(letters)\(SheetWriter.rowLimit)"
        }
        let range = "'\(list.sheet)'!$B$\(start):$B$\(start + list.rows.count - 1)"
        start += list.rows.count
        if cells.isEmpty { return nil }
        return """
          <dataValidation type="list" allowBlank="1" showErrorMessage="0" \
          sqref="\(cells.joined(separator: " "))">\
          <formula1>\(range)</formula1></dataValidation>
          """
      }
      return validations.isEmpty
        ? ""
        : "<dataValidations count=\"\(validations.count)\">\(validations.joined())</dataValidations>"
    }
  }
}
