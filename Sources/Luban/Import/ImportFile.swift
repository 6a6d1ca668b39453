import Messages
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
  /// Where the columns without a name are.
  private let nameless: [Int]
  private let strayLines: StrayLines
  /// What the columns of the form are called.
  let keys: ColumnKeys
  private let placeholders: Placeholders

  /// Opens it; `country` is where it is from, which says how files there are usually written, `isStopped`
  /// whether a pipe is waited for no longer.
  init(
    _ request: ImportRequest, country: String? = nil,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) throws {
    form = request.noun
    keys = ColumnKeys(form.declared)
    let source = try ByteSource(path: request.path, isStopped: isStopped)
    reader = try RecordReader(
      source, encoding: request.encoding, country: country, delimiter: request.delimiter,
      table: Self.choice(request, keys))
    header = try reader.readHeader()
    mapping = try HeaderMapping(header, to: keys, explicit: request.map)
    nameless = header.nameless
    strayLines = StrayLines(header)
    placeholders = Placeholders(form)
    reasonIndex = header.names.firstIndex(where: RefusedLines.reasonHeadings.contains)
    otherIndices = mapping.unknown.filter { [reasonIndex] in $0 != reasonIndex }
    keepsText = request.errorsFile != nil
  }

  /// Which table of the file is meant: of several sheets the one named, else the one that has most of what is
  /// needed; its header the line named, else the one that fits.
  private static func choice(_ request: ImportRequest, _ keys: ColumnKeys) -> TableChoice {
    let needs = request.noun.needs
    return TableChoice(sheet: request.sheet, headerLine: request.headerLine) { names in
      let found = keys.found(in: names, explicit: request.map).map(\.name)
      guard let first = needs.first, first.isMet(by: found) else {
        return HeaderFit(needs: 0, columns: found.count)
      }
      return HeaderFit(needs: needs.count(where: { $0.isMet(by: found) }), columns: found.count)
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
    let index = column.flatMap { place(of: $0) ?? header.names.firstIndex(of: $0) }
    return lines.map { sheet.cell(column: index, line: $0) }
  }

  /// What is to be said of a file that is taken.
  var notes: [ImportNote] {
    var notes: [ImportNote] = []
    func add(note: Message, _ count: Int, _ rows: [Int], _ cells: [String]?, _ values: [String?]) {
      guard count > 0 else { return }
      notes.append(
        ImportNote(note: note.description, count: count, lines: rows, values: values, cells: cells))
    }
    let titles = reader.titles.prefix(3)
    add(
      note: reader.sheet == nil
        ? "line above the header, left out" as Message : "row above the header, left out" as Message,
      reader.titles.count,
      titles.map(\.line), reader.sheet.map { sheet in titles.map { sheet.cell(column: nil, line: $0.line) } },
      titles.map(\.text))
    guard let sheet = reader.sheet else {
      return notes
        + (reader.encodingRemark.map { [ImportNote(note: $0, count: 0, lines: [], values: [])] } ?? [])
    }
    for (note, tally) in [
      ("formula, taken by its last value" as Message, sheet.formulas),
      ("hidden row, taken all the same" as Message, sheet.hiddenRows),
    ] {
      add(note: note, tally.count, tally.rows.map { $0 + 1 }, tally.cells, tally.rows.map { _ in nil })
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
  var positions: [(name: String, position: Int)] {
    let own = header.names.enumerated().filter { otherIndices.contains($0.offset) }.map {
      ($0.element, $0.offset)
    }
    let named = form.columns.compactMap { column in place(of: column.name).map { (column.name, $0) } }
    return (own + named).map { name, index in
      (name, reasonIndex.map { index > $0 } == true ? index - 1 : index)
    }
  }

  /// The headers that nothing stands for, each with the column it may mean.
  var unknownHeaders: [UnknownHeader] {
    mapping.unknownHeaders(of: header, to: keys).filter { !RefusedLines.reasonHeadings.contains($0.header) }
  }

  /// Names of the file's columns that nothing stands for.
  var otherColumns: [String] { otherIndices.map { header.names[$0] } }

  func has(_ column: String) -> Bool { index(of: column) != nil }

  private func index(of column: String) -> Int? {
    form.columns.firstIndex { $0.name == column }.flatMap { mapping.indices[$0] }
  }

  /// Where a column is; the whole name is where its first part stands.
  private func place(of column: String) -> Int? {
    let names = [column] + (column == "full_name" ? ImportColumn.namesOfParts : [])
    return names.compactMap(index).first
  }

  /// What the header says of all lines: a column of the numbers of national identities holds no passports.
  var implied: [String: String] {
    guard let index = index(of: "document_number"),
      ImportColumn.nationalIdentity.map(Header.normalizedKey)
        .contains(Header.normalizedKey(header.names[index]))
    else { return [:] }
    return ["document_kind": DocumentKind.nationalID.rawValue]
  }

  /// Adds the next record as a row of the staging table; `false` at the end of the file.
  mutating func appendRecord(to buffer: inout CopyBuffer) throws -> Bool {
    guard let record = try reader.next() else { return false }
    buffer.append(record.line)
    let stray = record.isBlank ? nil : strayLines.rule(of: record)
    let fault = stray.map { (columnName(at: $0.position) ?? "") + $0.rule } ?? fault(of: record)
    buffer.append(fault)
    let losses = record.hasLosses && fault == nil ? losses(of: record) : nil
    buffer.append(losses)
    if losses != nil { damagedCount += 1 }
    if !keepsText {
      buffer.appendNull()
    } else if reasonIndex == nil, record.fieldCount <= header.names.count {
      append(record.raw, of: record, to: &buffer)
    } else {
      // What is empty behind the last column would keep the reasons from theirs.
      let isCut = fault?.hasSuffix(":line_has_all_columns") != true && reader.sheet == nil
      var fields: [String] = []
      for index in 0..<(isCut ? header.names.count : record.fieldCount) {
        fields.append(record.string(at: index))
      }
      buffer.append(CSVText.line(kept(fields), reader.delimiter))
    }
    for (column, index) in mapping.indices.enumerated() {
      // Of a line that is none of the list, only the cell is kept that tells so.
      guard let index, fault == nil || index == stray?.position else {
        buffer.appendNull()
        continue
      }
      let value = trimmed(record[index])
      if value.isEmpty || placeholders.holds(value, column: column) {
        buffer.appendNull()
      } else {
        append(value, of: record, to: &buffer)
      }
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
      fields.append(value.isEmpty || text == Placeholders.closed ? nil : text)
    }
    return fields
  }

  /// The column of the form that stands at a position of the file.
  private func columnName(at position: Int) -> String? {
    mapping.indices.firstIndex(of: position).map { form.columns[$0].name }
  }

  private func fault(of record: borrowing Record) -> String? {
    if record.isBlank { return "blank" }
    if record.fieldWithTextAfterQuote != nil { return ":line_is_quoted_right" }
    if let column = reader.sheet?.strayColumn(ofLine: record.line) {
      return column + ":cell_stands_below_a_header"
    }
    // Delimiters behind the last column are nothing: spreadsheets leave them behind.
    let count = header.names.count
    guard record.fieldCount >= count,
      (count..<max(count, record.fieldCount)).allSatisfy({ record[$0].isEmpty })
    else { return ":line_has_all_columns" }
    let stray = nameless.first { !trimmed(record[$0]).isEmpty }
    return stray.map { "column \($0 + 1):cell_stands_below_a_header" }
  }
}

/// A field without blanks at its ends, and without the apostrophe that Excel's mode puts before a formula.
func trimmed(_ field: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
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

/// What Excel, web forms and messengers leave at the ends of a cell, in UTF-8: blanks that are no ASCII, and
/// marks that nobody sees: soft hyphens, joiners, directions.
private let wideBlanks: [[UInt8]] =
  [[0xC2, 0xA0], [0xC2, 0xAD], [0xE2, 0x81, 0xA0], [0xE3, 0x80, 0x80], [0xEF, 0xBB, 0xBF]]
  + (0x8B...0x8F).map { [0xE2, 0x80, $0] } + (0xAA...0xAE).map { [0xE2, 0x80, $0] }
  + (0xA6...0xA9).map { [0xE2, 0x81, $0] }

/// The bytes with which they begin: of other letters than Latin hardly any does.
private func isWide(_ first: UInt8) -> Bool {
  first == 0xC2 || first == 0xE2 || first == 0xE3 || first == 0xEF
}

private func blankWidth(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
  guard let first = bytes.first else { return nil }
  if isBlank(first) { return 1 }
  guard isWide(first) else { return nil }
  return wideBlanks.first { bytes.starts(with: $0) }?.count
}

private func blankWidth(atEndOf bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
  guard let last = bytes.last else { return nil }
  if isBlank(last) { return 1 }
  guard last >= 0x80, bytes.suffix(3).prefix(2).contains(where: isWide) else { return nil }
  return wideBlanks.first { bytes.suffix($0.count).elementsEqual($0) }?.count
}
