import Postgres
import Tabular

/// A file on its way into the staging table.
struct ImportFile {
  let reader: RecordReader
  let header: Header
  let mapping: HeaderMapping
  /// Whether each line's text is kept, for the file of refused lines.
  let keepsText: Bool
  /// The lines so far in which characters were lost, and nothing worse.
  private(set) var damagedCount = 0
  private let form: ImportForm
  /// Where the columns are that nothing stands for, but for the reasons of an earlier import.
  private let otherIndices: [Int]
  /// Where the reasons of an earlier import are.
  private let reasonIndex: Int?

  /// Opens it; `country` is where it is from, which says how files there are usually written.
  init(_ request: ImportRequest, country: String? = nil) throws {
    form = request.noun
    let source = try ByteSource(path: request.path)
    reader = try RecordReader(
      source, encoding: request.encoding, country: country, delimiter: request.delimiter,
      sheet: Self.choice(request))
    header = try reader.readHeader()
    mapping = try HeaderMapping(header, to: form.columns.map(\.declared), explicit: request.map)
    reasonIndex = header.names.firstIndex(of: RefusedLines.reasonColumn)
    otherIndices = mapping.unknown.filter { [reasonIndex] in $0 != reasonIndex }
    keepsText = request.errorsFile != nil
  }

  /// Which sheet of a workbook is meant: the one named, else the one whose header fits best.
  private static func choice(_ request: ImportRequest) -> SheetChoice {
    let form = request.noun
    let columns = form.columns.map(\.declared)
    return SheetChoice(name: request.sheet) { names in
      let found = HeaderMapping.columns(columns, in: names, explicit: request.map).map(\.name)
      guard let first = form.needs.first, first.isMet(by: found) else { return 0 }
      return form.needs.count(where: { $0.isMet(by: found) })
    }
  }

  /// The names of cells of a workbook, by the column of the form or of the file; nil of any other file.
  func cells(column: String?, lines: [Int]) -> [String]? {
    guard let sheet = reader.sheet else { return nil }
    // A column without a name is told by its letters.
    let isNamed = column.map { name in
      form.columns.contains { $0.name == name } || header.names.contains(name)
    }
    if let column, isNamed == false { return lines.map { sheet.cell(letters: column, line: $0) } }
    let index = column.flatMap { column in
      form.columns.firstIndex { $0.name == column }.flatMap { mapping.indices[$0] }
        ?? header.names.firstIndex(of: column)
    }
    return lines.map { sheet.cell(column: index, line: $0) }
  }

  /// What is to be said of a workbook, or of an encoding that was told from the file.
  var notes: [ImportNote] {
    guard let sheet = reader.sheet else {
      return reader.encodingRemark.map { [ImportNote(note: $0, count: 0, lines: [], values: [])] } ?? []
    }
    var notes: [ImportNote] = []
    func add(_ note: String, _ count: Int, _ rows: [Int], _ cells: [String], _ values: [String?]) {
      guard count > 0 else { return }
      notes.append(ImportNote(note: note, count: count, lines: rows, values: values, cells: cells))
    }
    let titles = sheet.titles.prefix(3)
    add(
      "row above the header, left out", sheet.titles.count, titles.map(\.line),
      titles.map { sheet.cell(column: nil, line: $0.line) }, titles.map(\.text))
    for (note, tally) in [
      ("formula, taken by its last value", sheet.formulas),
      ("hidden row, taken all the same", sheet.hiddenRows),
    ] {
      add(note, tally.count, tally.rows.map { $0 + 1 }, tally.cells, tally.rows.map { _ in nil })
    }
    return notes
  }

  /// The fields of a line without the reasons of an earlier import, which are replaced by those of this one.
  private func kept<Field>(_ fields: [Field]) -> [Field] {
    fields.indices.filter { $0 != reasonIndex }.map { fields[$0] }
  }

  /// The names of the columns that the file of refused lines has of this one.
  var keptNames: [String] { kept(header.names) }

  /// The header of these, as it stands in the file.
  var heading: String {
    reasonIndex == nil ? header.raw : CSVText.line(keptNames, reader.delimiter)
  }

  /// What the same columns stand for; a sheet's columns of cells for what is written in them.
  var keptColumns: [ImportColumn?] {
    let cell = form.takesOtherColumns ? form.columns.first { $0.words != nil } : nil
    return kept(
      header.names.indices.map { index in
        mapping.indices.firstIndex(of: index).map { form.columns[$0] } ?? cell
      })
  }

  /// Where columns are among these, from 0, by each of their names.
  var places: [(name: String, place: Int)] {
    let own = header.names.enumerated().filter { otherIndices.contains($0.offset) }.map {
      ($0.element, $0.offset)
    }
    let named = zip(form.columns, mapping.indices).compactMap { column, index in
      index.map { (column.name, $0) }
    }
    return (own + named).map { name, index in
      (name, reasonIndex.map { index > $0 } == true ? index - 1 : index)
    }
  }

  /// Names of the file's columns that nothing stands for.
  var otherColumns: [String] { otherIndices.map { header.names[$0] } }

  func has(_ column: String) -> Bool { headerName(of: column) != nil }

  private func headerName(of column: String) -> String? {
    form.columns.firstIndex { $0.name == column }.flatMap { mapping.indices[$0] }.map { header.names[$0] }
  }

  /// What the header says of all lines: a column of the numbers of national identities holds no passports.
  var implied: [String: String] {
    guard let name = headerName(of: "document_number"),
      ImportColumn.nationalIdentity.map(Header.normalizedKey).contains(Header.normalizedKey(name))
    else { return [:] }
    return ["document_kind": DocumentKind.nationalID.rawValue]
  }

  /// Adds the next record as a row of the staging table; `false` at the end of the file.
  mutating func appendRecord(to buffer: inout CopyBuffer) throws -> Bool {
    guard let record = try reader.next() else { return false }
    buffer.append(record.line)
    let fault = fault(of: record)
    buffer.append(fault)
    let losses = record.hasLosses && fault == nil ? losses(of: record) : nil
    buffer.append(losses)
    if losses != nil { damagedCount += 1 }
    if !keepsText {
      buffer.appendNull()
    } else if reasonIndex == nil {
      append(record.raw, of: record, to: &buffer)
    } else {
      var fields: [String] = []
      for index in 0..<record.fieldCount { fields.append(record.string(at: index)) }
      buffer.append(CSVText.line(kept(fields), reader.delimiter))
    }
    for index in mapping.indices {
      guard fault == nil, let index else {
        buffer.appendNull()
        continue
      }
      let value = trimmed(record[index])
      if value.isEmpty { buffer.appendNull() } else { append(value, of: record, to: &buffer) }
    }
    if form.takesOtherColumns {
      let hasOthers = fault == nil && !otherIndices.isEmpty
      buffer.append(hasOthers ? otherFields(of: record).sqlText : nil)
    }
    buffer.endRow()
    return true
  }

  /// Adds a text of the record, with U+FFFD where its characters were lost.
  private func append(
    _ text: UnsafeRawBufferPointer, of record: borrowing Record, to buffer: inout CopyBuffer
  ) {
    if record.hasLosses { buffer.append(Record.readable(text)) } else { buffer.append(field: text) }
  }

  /// The cells in which characters were lost, as faults.
  private func losses(of record: borrowing Record) -> String? {
    var faults: [String] = []
    for index in 0..<record.fieldCount where index != reasonIndex && record.hasLosses(at: index) {
      let column =
        mapping.indices.firstIndex(of: index).map { form.columns[$0].name }
        ?? (form.takesOtherColumns ? otherIndices.firstIndex(of: index).map { "#\($0 + 1)" } : nil)
      faults.append((column ?? "") + ":cell_is_whole")
    }
    return faults.isEmpty ? nil : Set(faults).sorted().joined(separator: ",")
  }

  private func otherFields(of record: borrowing Record) -> [String?] {
    var fields: [String?] = []
    for index in otherIndices {
      let value = trimmed(record[index])
      let text = record.hasLosses ? Record.readable(value) : String(decoding: value, as: UTF8.self)
      fields.append(value.isEmpty ? nil : text)
    }
    return fields
  }

  private func fault(of record: borrowing Record) -> String? {
    if record.isBlank { return "blank" }
    if record.fieldWithTextAfterQuote != nil { return ":line_is_quoted_right" }
    if let column = reader.sheet?.strayColumn(ofLine: record.line) {
      return column + ":cell_stands_below_a_header"
    }
    return record.fieldCount == header.names.count ? nil : ":line_has_all_columns"
  }
}

/// A field without blanks at its ends, and without the apostrophe that Excel's mode puts before a formula.
private func trimmed(_ field: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
  var rest = field[...]
  while let width = blankWidth(rest) { rest = rest.dropFirst(width) }
  while let width = blankWidth(atEndOf: rest) { rest = rest.dropLast(width) }
  if rest.count > 1, rest.first == UInt8(ascii: "'"), isFormulaSign(rest[rest.startIndex + 1]) {
    rest = rest.dropFirst()
  }
  return UnsafeRawBufferPointer(rebasing: rest)
}

private func isFormulaSign(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
  default: false
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

/// U+00A0, U+200B, U+3000 and U+FEFF in UTF-8: what Excel and web forms leave behind.
private let wideBlanks: [[UInt8]] = [
  [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xE3, 0x80, 0x80], [0xEF, 0xBB, 0xBF],
]

private func blankWidth(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
  guard let first = bytes.first else { return nil }
  if isBlank(first) { return 1 }
  guard first == 0xC2 || first >= 0xE2 else { return nil }
  return wideBlanks.first { bytes.starts(with: $0) }?.count
}

private func blankWidth(atEndOf bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
  guard let last = bytes.last else { return nil }
  if isBlank(last) { return 1 }
  guard last == 0xA0 || last == 0x8B || last == 0x80 || last == 0xBF else { return nil }
  return wideBlanks.first { bytes.suffix($0.count).elementsEqual($0) }?.count
}
