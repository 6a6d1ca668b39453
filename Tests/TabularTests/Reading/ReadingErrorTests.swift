import Testing

@testable import Tabular

@Suite("Words of reading errors")
struct ReadingErrorTests {
  @Test("name the file, the place, what is wrong and what to do, in one line")
  func description() {
    let error = ReadingError(
      file: "people.csv", fault: .undecodable(as: .utf8, looksLike: .windows1251),
      position: TextPosition(line: 3, byte: 9, character: 5))
    #expect(
      error.description == "people.csv: line 3, byte 9 (character 5): these bytes are not UTF-8; "
        + "it looks like Windows-1251: name it with --encoding windows-1251")
    let quote = ReadingError(
      file: "people.csv", fault: .unclosedQuote, position: TextPosition(line: 3, byte: 9, character: 9))
    #expect(
      quote.description == "people.csv: line 3, byte 9: a quote opens here and is never closed; "
        + "close the quote, or double it (\"\") if it is part of the text")
  }

  @Test("are there for every fault, in one line and without a full stop")
  func complete() {
    let faults: [ReadingError.Fault] = [
      .missing, .folder, .device, .terminal, .unreadable(reason: "r"), .readFailed(reason: "r"), .empty,
      .changed,
      .gzipTruncated, .gzipDamaged(reason: "r"), .notText(.oldWorkbook), .notText(.html),
      .notText(.xml), .notText(.pdf), .notText(.json), .notText(.richText), .notText(.image),
      .notText(.archive("rar")), .workbook(.encrypted), .workbook(.zip64), .workbook(.notComputed),
      .pointlessOption("sheet", isWorkbook: false), .pointlessOption("encoding", isWorkbook: true),
      .undecodable(as: .utf16, looksLike: nil),
      .wrongEncoding(named: .gb18030, found: .utf8), .wrongEncoding(named: .utf8, found: .utf16),
      .converterMissing(.gb18030), .nul(looksLike: nil), .nul(looksLike: .utf16), .unclosedQuote,
      .fieldTooLong(limit: 1, quoted: true), .fieldTooLong(limit: 1, quoted: false), .recordTooLong(limit: 1),
      .tooManyFields(limit: 1), .noColumns, .emptyColumnName(column: 1),
      .doubleColumnName(name: "a", first: 1, second: 2),
    ]
    let texts = faults.map { ReadingError(file: "f", fault: $0).description }
    #expect(Set(texts).count == faults.count)
    for text in texts {
      #expect(text.hasPrefix("f: ") && text.contains("; "))
      #expect(!text.contains("\n") && !text.hasSuffix("."))
    }
  }
}
