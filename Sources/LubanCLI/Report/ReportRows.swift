import FoundationEssentials
import Messages
import Tabular

/// The rows of a file of a report as texts, to be laid beside those of another.
struct ReportRows {
  private let columns: [String]
  private let rows: [[String]]

  /// How many differences are told.
  private static let most = 20

  /// Reads a file in a form; its table begins with a line, from 1.
  init(
    _ path: String, _ form: OutputFormat, _ delimiter: Delimiter?, _ columns: [String], from line: Int
  ) throws {
    switch form {
    case .json, .jsonl:
      (self.columns, rows) = (columns, try Self.objects(of: path, form, columns))
    case .csv, .table, .xlsx, .html, .md, .pdf:
      let source = try ByteSource(path: path)
      let sheet = form == .xlsx ? try SheetNames.visible(in: path)?.first : nil
      let reader = try RecordReader(
        source, encoding: form == .xlsx ? nil : .utf8, delimiter: form == .xlsx ? nil : delimiter ?? .comma,
        table: TableChoice(sheet: sheet, headerLine: line))
      var records: [[String]] = []
      try reader.forEach { record in
        var fields: [String] = []
        for index in 0..<record.fieldCount { fields.append(record.string(at: index)) }
        records.append(fields)
      }
      // Headings may be in another language: as many as there were stand for the names in the manifest.
      self.columns = records.first?.count == columns.count ? columns : records.first ?? []
      rows = Array(records.dropFirst())
    }
  }

  private static func objects(of path: String, _ form: OutputFormat, _ columns: [String]) throws -> [[String]]
  {
    let bytes = try ReportFile.bytes(of: path)
    let rest = ReportHeader.read(bytes)?.rest ?? bytes
    let decoder = JSONDecoder()
    let objects =
      form == .json
      ? try decoder.decode([[String: Cell]].self, from: rest)
      : try rest.split(separator: UInt8(ascii: "\n")).map {
        try decoder.decode([String: Cell].self, from: $0)
      }
    return objects.map { object in columns.map { object[$0]?.text ?? "" } }
  }

  /// A value of JSON as the text that CSV has.
  private struct Cell: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let word = try? value.decode(String.self) {
        text = word
      } else if let number = try? value.decode(Decimal.self) {
        text = "\(number)"
      } else if let flag = try? value.decode(Bool.self) {
        text = flag ? "t" : "f"
      } else if let list = try? value.decode([Cell].self) {
        text = "{" + list.map(\.text).joined(separator: ",") + "}"
      } else {
        text = ""
      }
    }
  }

  /// In what the rows of a file differ from those made anew; the first of many.
  ///
  /// - Parameter keys: the columns by which rows are known, as far as the file has them; else their numbers.
  func differences(from anew: ReportRows, keys: [String]) -> [Message] {
    guard columns == anew.columns else {
      return ["it has other columns: \(columns.joined(separator: ", "))."]
    }
    let (written, made) = (byKey(keys), anew.byKey(keys))
    var told: [Message] = []
    for (key, row) in written.sorted(by: { $0.key < $1.key }) {
      guard let other = made[key] else {
        told.append("\(key): only in the file.")
        continue
      }
      for (column, (before, now)) in zip(columns, zip(row, other)) where before != now {
        told.append("\(key), \(column): \(shown(before)) in the file, \(shown(now)) made anew.")
      }
    }
    told += made.keys.filter { written[$0] == nil }.sorted().map { "\($0): only made anew." }
    if told.isEmpty { return ["the rows are the same; only how they are written differs."] }
    let more = told.count - Self.most
    return told.prefix(Self.most) + (more > 0 ? ["and \(count: more, "difference") more."] : [])
  }

  private func shown(_ cell: String) -> String { cell.isEmpty ? "—" : cell }

  private func byKey(_ keys: [String]) -> [String: [String]] {
    let places = keys.compactMap { columns.firstIndex(of: $0) }
    var rows: [String: [String]] = [:]
    for (number, row) in self.rows.enumerated() {
      let cells = places.filter(row.indices.contains).map { row[$0] }
      var key = cells.isEmpty ? "#\(number + 1)" : cells.joined(separator: " ")
      if rows[key] != nil { key += " #\(number + 1)" }
      rows[key] = row
    }
    return rows
  }
}
