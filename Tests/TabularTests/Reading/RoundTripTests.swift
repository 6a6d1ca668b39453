import Testing

@testable import Tabular

@Suite("Any text through CSV and back")
struct RoundTripTests {
  /// An encoding as a file has it: what to name when reading, and how to make the bytes.
  struct Form: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let named: TextEncoding?
    let bytes: @Sendable (String) throws -> [UInt8]
    let repertoire: @Sendable (inout SeededGenerator) -> Unicode.Scalar
  }

  static let forms = [
    Form(testDescription: "UTF-8", named: nil, bytes: { Array($0.utf8) }, repertoire: anyScalar),
    Form(
      testDescription: "UTF-8 with a mark", named: nil, bytes: { [0xEF, 0xBB, 0xBF] + Array($0.utf8) },
      repertoire: anyScalar),
    Form(
      testDescription: "UTF-16LE", named: nil, bytes: { try encoded("\u{FEFF}" + $0, as: "UTF-16LE") },
      repertoire: anyScalar),
    Form(
      testDescription: "UTF-16BE", named: .utf16, bytes: { try encoded("\u{FEFF}" + $0, as: "UTF-16BE") },
      repertoire: anyScalar),
    Form(
      testDescription: "GB18030", named: .gb18030, bytes: { try encoded($0, as: "GB18030") },
      repertoire: assignedScalar),
    Form(
      testDescription: "Windows-1251", named: .windows1251, bytes: { try encoded($0, as: "CP1251") },
      repertoire: cyrillicScalar),
  ]

  @Test("is identical, in every encoding that can carry it and in pieces of any size", arguments: forms)
  func roundTrip(form: Form) throws {
    var random = SeededGenerator()
    let seed = random.seed
    var texts = 0
    for round in 0..<150 {
      let table = Self.table(&random, form.repertoire)
      let delimiter = try #require([Delimiter.comma, .semicolon, .tab].randomElement(using: &random))
      let lineEnd = ["\r\n", "\n", "\r"].randomElement(using: &random) ?? "\n"
      let text = Self.csv(table, delimiter, lineEnd, &random)
      let manner = Manner(
        encoding: form.named, isJudged: false, window: .random(in: 16...200, using: &random),
        readLimit: .random(in: 1...40, using: &random))
      let read = try rows(form.bytes(text), manner)
      let expected = table.map { $0.map { Array($0.utf8) } }
      try #require(
        read.map { $0.fields.map { Array($0.utf8) } } == expected,
        "SEED=\(seed), round \(round): \(text.debugDescription)")
      #expect(read.allSatisfy { $0.textAfterQuote == nil })
      texts += table.joined().count
    }
    #expect(texts > 150 * 3)
  }

  /// A header by which delimiter and encoding are certain, and rows of arbitrary text.
  static func table(
    _ random: inout SeededGenerator, _ scalar: (inout SeededGenerator) -> Unicode.Scalar
  ) -> [[String]] {
    let width = Int.random(in: 2...5, using: &random)
    let header = ["имя"] + (1..<width).map { "column \($0)" }
    let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      (0..<width).map { _ in
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...12, using: &random) {
          text.append(
            Bool.random(using: &random)
              ? scalar(&random) : "\",;\t\n\r =a".unicodeScalars.randomElement(using: &random) ?? "a")
        }
        return String(text)
      }
    }
    return [header] + rows
  }

  static func csv(
    _ table: [[String]], _ delimiter: Delimiter, _ lineEnd: String, _ random: inout SeededGenerator
  ) -> String {
    let lines = table.map { row in
      row.map { field in
        let mustQuote = field.unicodeScalars.contains { "\",;\t\n\r".unicodeScalars.contains($0) }
        guard mustQuote || Int.random(in: 0..<4, using: &random) == 0 else { return field }
        var quoted = "\"".unicodeScalars
        for scalar in field.unicodeScalars {
          quoted.append(scalar)
          if scalar == "\"" { quoted.append(scalar) }
        }
        quoted.append("\"")
        return String(quoted)
      }.joined(separator: String(delimiter.rawValue))
    }
    let end = Bool.random(using: &random) ? lineEnd : ""
    return lines.joined(separator: lineEnd) + end
  }

  @Sendable static func anyScalar(_ random: inout SeededGenerator) -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [0x01...0x7F, 0x80...0x7FF, 0x800...0xFFFF, 0x10000...0x10FFFF]
    while true {
      let range = ranges.randomElement(using: &random) ?? 0x01...0x7F
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { return scalar }
    }
  }

  /// Not the private and unassigned ones, which two editions of GB18030 place differently.
  @Sendable static func assignedScalar(_ random: inout SeededGenerator) -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0x01...0x7F, 0xA0...0x17F, 0x400...0x45F, 0x600...0x6FF, 0x4E00...0x9FA5, 0xAC00...0xD7A3,
      0x1F300...0x1F5FF, 0x20000...0x2A6D6,
    ]
    while true {
      let range = ranges.randomElement(using: &random) ?? 0x01...0x7F
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { return scalar }
    }
  }

  @Sendable static func cyrillicScalar(_ random: inout SeededGenerator) -> Unicode.Scalar {
    let others = "ЂЃѓ„…†‡€‰ЉЊЌЋЏђљњќћџЎўЈ¤Ґ¦§Ё©Є«¬®Ї°±Ііґµ¶·ё№є»јЅѕї"
    let letters = (0x410...0x44F as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    let ascii = (0x01...0x7F as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    return (letters + ascii + others.unicodeScalars).randomElement(using: &random) ?? "я"
  }
}
