import Luban
import Messages
import Tabular

/// Rows as people read them: headings, and words in the cells of a sheet, in their language.
///
/// What is for programs has the names of columns and English words in all languages.
final class SpokenRows {
  private let reader: FieldReader
  private let heading: (TextColumn) -> String
  private let declared: [Column]
  private let catalog: Catalog
  private let isSentBack: Bool
  /// Whether decimals have a comma, as the Excel of the language reads them, where a semicolon parts the
  /// fields.
  private let hasDecimalComma: Bool
  /// What the header says of the columns.
  private var columns: [TextColumn]?
  /// The words that were looked up, by column: there are few.
  private var known: [[String: String]] = []

  /// Rows in a language; nil for what is sent back in English, which stands as the database has it.
  ///
  /// - Parameters:
  ///   - columns: what is known of them, in their order.
  ///   - form: what the rows are sent back as, if they are: its imports know the headings.
  ///   - isText: whether they are CSV, in which a number is a text that Excel reads; not a cell that is one.
  init?(
    in catalog: Catalog, columns: [Column], of form: ImportForm? = nil, delimiter: Delimiter = .comma,
    isText: Bool = false
  ) {
    // What is sent back has in English the names that it has in files.
    guard catalog.language != .english || form == nil else { return nil }
    reader = FieldReader(delimiter: delimiter)
    heading = { form?.heading(of: $0.name, in: catalog.language) ?? $0.title(in: catalog) }
    declared = columns
    self.catalog = catalog
    isSentBack = form != nil
    hasDecimalComma = isText && delimiter == .semicolon && catalog.language == .russian
  }

  /// The fields of the next row, of which the first is the header.
  func fields(of row: UnsafeRawBufferPointer) -> [String?] {
    let fields = reader.fields(of: row).map { $0.map { String(decoding: $0, as: UTF8.self) } }
    guard let columns else {
      columns = fields.enumerated().map { index, name in
        index < declared.count ? TextColumn(declared[index]) : TextColumn(name ?? "")
      }
      known = fields.map { _ in [:] }
      return columns?.map(heading) ?? []
    }
    return zip(columns, fields).enumerated().map { index, pair in
      pair.1.map { hasDecimalComma ? told($0, index, pair.0).withDecimalComma : told($0, index, pair.0) }
    }
  }

  private func told(_ cell: String, _ index: Int, _ column: TextColumn) -> String {
    if isSentBack || !column.holdsWords { return column.words[cell] ?? catalog.reading(cell) }
    if let told = known[index][cell] { return told }
    let told = column.told(cell, in: catalog)
    known[index][cell] = told
    return told
  }
}

extension String {
  /// A decimal with a comma; in Russian Excel takes 12.5 for the twelfth of May, whatever column it is in.
  fileprivate var withDecimalComma: String {
    guard utf8.contains(UInt8(ascii: ".")) else { return self }
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.map { $0.utf8.drop { $0 == UInt8(ascii: "-") } }
    guard parts.count == 2, !parts[1].hasPrefix("-"),
      digits.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return self }
    return parts.joined(separator: ",")
  }
}
