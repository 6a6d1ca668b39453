import Tabular

/// The lines of a list that tell of nobody: its header once more, the numbers of its columns, a total, a
/// signature or remark below it.
///
/// Asked of every line of every file: what the first cell begins with is compared as bytes, and hardly any
/// line needs a closer look.
struct StrayLines {
  private let names: [[UInt8]]
  private let named: Int

  init(_ header: Header) {
    names = header.names.map { Array($0.utf8) }
    named = names.count { !$0.isEmpty }
  }

  /// The rule that a line breaks, and the position of the cell that tells, from 0.
  func rule(of record: borrowing Record) -> (rule: String, position: Int)? {
    var position = 0
    while position < record.fieldCount, trimmed(record[position]).isEmpty { position += 1 }
    guard position < record.fieldCount else { return nil }
    let first = trimmed(record[position])
    if position < names.count, first.elementsEqual(names[position]), repeatsHeader(record) {
      return (":line_is_no_second_header", position)
    }
    if first.elementsEqual([UInt8(ascii: "1")]), countsColumns(record, from: position) {
      return (":line_is_no_second_header", position)
    }
    guard let word = Self.words.word(first) else { return nil }
    let rest = String(decoding: first.dropFirst(word.length), as: UTF8.self)
    switch word.kind {
    case .total where isCount(rest) && restCounts(record, from: position + 1):
      return (":line_is_no_total", position)
    case .signature where rest.first?.isLetter != true && isSparse(record):
      return (":line_is_no_signature", position)
    default: return nil
    }
  }

  /// Whether what stands in the line is mostly what names the columns.
  private func repeatsHeader(_ record: borrowing Record) -> Bool {
    var (filled, same) = (0, 0)
    for index in 0..<record.fieldCount {
      let field = trimmed(record[index])
      guard !field.isEmpty else { continue }
      filled += 1
      if index < names.count, field.elementsEqual(names[index]) { same += 1 }
    }
    return same * 2 > filled
  }

  /// Whether the cells are 1, 2, 3 and so on, as below the headers of printed forms.
  private func countsColumns(_ record: borrowing Record, from first: Int) -> Bool {
    var count = 0
    for index in first..<record.fieldCount {
      let field = trimmed(record[index])
      guard !field.isEmpty else { continue }
      count += 1
      guard field.elementsEqual(String(count).utf8) else { return false }
    }
    return count > 2
  }

  /// Whether what follows a total, in its cell or another, only says how many.
  private func isCount(_ text: String) -> Bool {
    text.split { !$0.isLetter }.allSatisfy { Self.words.counted.contains($0.lowercased()) }
  }

  private func restCounts(_ record: borrowing Record, from first: Int) -> Bool {
    for index in first..<max(first, record.fieldCount) {
      guard isCount(String(decoding: record[index], as: UTF8.self)) else { return false }
    }
    return true
  }

  /// Whether so little stands in the line that it is none of the list.
  private func isSparse(_ record: borrowing Record) -> Bool {
    var filled = 0
    for index in 0..<record.fieldCount where !trimmed(record[index]).isEmpty { filled += 1 }
    return filled <= 2 || filled * 2 <= named
  }

  private static let words = StrayWords()
}

/// The words with which such lines begin, in small letters, capitals, and with a capital.
private struct StrayWords: Sendable {
  enum Kind { case total, signature }
  struct Word {
    let length: Int
    let kind: Kind
  }

  /// What may be counted in a total.
  private(set) var counted: Set<String> = []
  private var written: [UInt16: [(bytes: [UInt8], kind: Kind)]] = [:]

  init() {
    for line in WordList.lines where line.kind == "no_name" {
      switch line.means {
      case "total": for word in line.words { add(word, .total) }
      case "signature": for word in line.words { add(word, .signature) }
      case "counted": counted.formUnion(line.words)
      default: break
      }
    }
    counted.formUnion(
      written.values.flatMap { $0 }.filter { $0.kind == .total }.flatMap {
        String(decoding: $0.bytes, as: UTF8.self).lowercased().split { !$0.isLetter }.map(String.init)
      })
    // The longest first: what follows it is what is left.
    for key in Array(written.keys) { written[key]?.sort { $0.bytes.count > $1.bytes.count } }
  }

  private mutating func add(_ word: String, _ kind: Kind) {
    for bytes in WordList.forms(of: word) {
      written[Self.key(bytes[0], bytes.count > 1 ? bytes[1] : 0), default: []].append((bytes, kind))
    }
  }

  private static func key(_ first: UInt8, _ second: UInt8) -> UInt16 { UInt16(first) << 8 | UInt16(second) }

  /// The word that a cell begins with.
  func word(_ cell: UnsafeRawBufferPointer) -> Word? {
    guard cell.count > 1, let words = written[Self.key(cell[0], cell[1])] else { return nil }
    return words.first { cell.starts(with: $0.bytes) }.map { Word(length: $0.bytes.count, kind: $0.kind) }
  }
}
