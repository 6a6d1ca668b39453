import Testing

@testable import Tabular

@Suite("Words of reading errors")
struct ReadingErrorTests {
  @Test("name the file, the place, what is wrong and what to do, in one line")
  func description() {
    let error = ReadingError(
      file: "people.csv", fault: .lostCharacters(as: .utf8),
      position: TextPosition(line: 3, byte: 9, character: 5))
    #expect(
      error.description
        == "people.csv: line 3, byte 9 (character 5): there are bytes that are no characters of "
        + "UTF-8; write them anew, or name another encoding with --encoding")
    let quote = ReadingError(
      file: "people.csv", fault: .unclosedQuote, position: TextPosition(line: 3, byte: 9, character: 9))
    #expect(
      quote.description == "people.csv: line 3, byte 9: a quote opens here and is never closed; "
        + "close the quote, or double it (\"\") if it is part of the text")
  }

  @Test("show what a file says in each encoding it may be in, a line each")
  func readings() {
    let readings = [
      EncodingReading(encoding: .windows1252, samples: ["Müller Zoë", "Weiß"], isFit: true),
      EncodingReading(encoding: .windows1251, samples: ["Mьller Zoл"], isFit: false),
    ]
    let error = ReadingError(
      file: "a.csv", fault: .unknownEncoding(readings), position: TextPosition(line: 2, byte: 2, character: 2)
    )
    #expect(
      error.description == """
        a.csv: line 2, byte 2: this is not UTF-8; choose the encoding in which the names are right, or save it as CSV \
        UTF-8:
          `Müller Zoë`, `Weiß` as windows-1252: --encoding windows-1252
          `Mьller Zoл` as windows-1251, which is of no language
        """)
    let named = ReadingError(
      file: "a.csv", fault: .unfitEncoding(named: .windows1251, words: ["Mьller", "Zoл"], readings: readings))
    #expect(named.description.hasPrefix("a.csv: `Mьller`, `Zoл` as windows-1251 are of no language; choose"))
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
      .lostCharacters(as: .utf16), .unknownEncoding([]),
      .unfitEncoding(named: .koi8r, words: [], readings: []),
      .wrongEncoding(named: .gb18030, found: .utf8), .wrongEncoding(named: .utf8, found: .utf16),
      .converterMissing(.gb18030), .unclosedQuote,
      .fieldTooLong(limit: 1, quoted: true), .fieldTooLong(limit: 1, quoted: false), .recordTooLong(limit: 1),
      .tooManyFields(limit: 1), .noColumns, .noHeaderLine(3),
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
