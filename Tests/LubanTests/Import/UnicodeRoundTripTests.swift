import Luban
import Postgres
import Support
import Testing

@Suite("Any Unicode")
struct UnicodeRoundTripTests {
  /// A name of any letters and signs, such as the rule on names lets through.
  private func name(_ random: inout SeededStory) -> String {
    // Letters of both would be taken for a slip of the keyboard.
    let isCyrillic = Bool.random(using: &random)
    let alphabet: [ClosedRange<UInt32>] =
      isCyrillic ? [0x21...0x3E, 0x400...0x52F] : [0x21...0x3E, 0x40...0x7E, 0xE0...0x24F]
    let ranges =
      alphabet + [
        0x621...0x64A, 0x4E00...0x9FFF, 0x20000...0x2A6DF, 0x1F600...0x1F64F, 0xAC00...0xD7A3, 0x900...0x939,
      ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 3...12, using: &random) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { text.append(scalar) }
    }
    // A name has letters; what Excel leaves behind and numbers of lists begin with none.
    return (isCyrillic ? "Я" : "A") + String(text)
  }

  /// As in a file: by scalars, since a quotation mark with a sign above it is another character.
  private func quoted(_ name: String) -> String {
    "\"" + name.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  @Test("names of any letters go in, come out as CSV, and find themselves unchanged when sent again")
  func roundTrip() async throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("any Unicode: seed \(seed)")
    var random = SeededStory(seed: seed)
    let drawn = (0..<300).map { _ in name(&random) }
    try await withOffice { office in
      try await office.cohort(capacity: 1000)
      // By chance a few look like what went through a wrong encoding.
      let names = try await office.database.read { tx in
        try tx.rows(
          "select n from unnest(\(drawn)) n where kept_name_rule(composed(n)) is null", as: String.self)
      }
      #expect(names.count > 290, "seed \(seed)")
      let rows = names.enumerated().map { index, name in
        "\(quoted(name)),2005-01-01,UZ,DOC\(index),new"
      }
      let first = try await office.take(
        "full_name,birth_date,nationality,document_number,same_as\n" + rows.joined(separator: "\n"))
      #expect(problems(first) == [], "seed \(seed)")
      let exported = try await office.csv(try await office.students.export())
      let again = try await office.take(exported) { $0.updates = true }
      #expect(problems(again) == [], "seed \(seed)")
      #expect((again.unchanged, again.peopleChanged) == (names.count, 0), "seed \(seed)")
      let stored = try await office.database.read { tx in
        try tx.rows(
          """
          select count(*) from student_name n join unnest(\(names)) given (name)
            on n.full_name = normalize(given.name, nfc)
          """, as: Int.self)
      }
      #expect((stored.first ?? 0) >= names.count, "seed \(seed)")
    }
  }
}
