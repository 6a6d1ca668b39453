/// What a file says when it is read in an encoding.
public struct EncodingReading: Equatable, Sendable {
  /// The encoding.
  public let encoding: TextEncoding
  /// Up to three of the file's first values that are not ASCII; those of a line are together.
  public let samples: [String]
  /// Whether the words are of some language.
  public let isFit: Bool
}

/// Finds the encodings in which bytes that are not UTF-8 may be meant, by the words they make.
///
/// What is found is shown to people, who know the names; nothing is ever read by it.
struct EncodingFinder {
  /// The file's first lines with bytes above ASCII.
  private let lines: [[UInt8]]
  /// The encodings usual where the file is from.
  private let usual: [TextEncoding]

  /// How many bytes are looked at.
  static let limit = 64 << 10

  /// Takes the lines of a sample that are whole, where any is.
  init(_ sample: some Collection<UInt8>, country: String?) {
    var lines: [[UInt8]] = []
    var (taken, isWhole) = (0, false)
    for line in sample.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == Byte.lineFeed || $0 == Byte.carriageReturn })
    {
      isWhole = false
      guard line.contains(where: { $0 >= 0x80 }) else { continue }
      guard taken < Self.limit else { break }
      lines.append(Array(line.prefix(Self.limit)))
      taken += line.count
      isWhole = true
    }
    if isWhole, lines.count > 1 { lines.removeLast() }
    self.lines = lines
    usual = TextEncoding.usual(in: country)
  }

  /// The encodings that make words of the bytes, likeliest first; those that make the same are one.
  ///
  /// In the end stands what is usual in the country, when it makes none.
  func readings() -> [EncodingReading] {
    let all = trials()
    let fit = all.filter { trial in trial.isFit && !all.contains { isOutdone(trial, by: $0) } }
    var groups: [Trial] = []
    for trial in fit {
      if let index = groups.firstIndex(where: { $0.texts == trial.texts }) {
        if rank(trial.encoding) < rank(groups[index].encoding) { groups[index] = trial }
      } else {
        groups.append(trial)
      }
    }
    groups.sort { precedes($0, $1) }
    // The lines that tell them apart come first.
    let telling = lines.indices.filter { index in
      groups.contains { $0.texts[index] != groups[0].texts[index] }
    }
    let order = telling + lines.indices.filter { !telling.contains($0) }
    var readings = groups.prefix(5).map { $0.reading(by: order) }
    if let expected = all.first(where: { $0.encoding == usual.first }), !expected.isFit, !groups.isEmpty {
      readings.append(expected.reading(by: order))
    }
    return readings
  }

  /// Words of no language that a named encoding makes; nil where it is fit, or there is nothing to judge.
  func misfits(of named: TextEncoding) -> [String]? {
    guard !lines.isEmpty else { return nil }
    let all = trials()
    guard let trial = all.first(where: { $0.encoding == named }),
      !trial.makesWords || all.contains(where: { isOutdone(trial, by: $0) })
    else { return nil }
    return trial.tally.strangeWords.isEmpty
      ? trial.reading(by: lines.indices).samples : trial.tally.strangeWords
  }

  /// Whether a reading has little to say for itself where another is plainly right: its letters are rare
  /// ones, or its words of many languages where the other's are of one.
  private func isOutdone(_ trial: Trial, by other: Trial) -> Bool {
    guard other.isFit, other.texts != trial.texts else { return false }
    if let share = trial.tally.usual, let others = other.tally.usual, share < 0.4, others > share + 0.15 {
      return true
    }
    guard trial.tally.single < 0.9, other.tally.single >= 0.98, !usual.contains(trial.encoding) else {
      return false
    }
    return trial.tally.strange > 0 || rank(other.encoding) < rank(trial.encoding)
  }

  private func trials() -> [Trial] { TextEncoding.candidates.compactMap { trial($0) } }

  private func rank(_ encoding: TextEncoding) -> Int {
    usual.firstIndex(of: encoding) ?? usual.count + (TextEncoding.allCases.firstIndex(of: encoding) ?? 0)
  }

  private func precedes(_ one: Trial, _ other: Trial) -> Bool {
    if one.merit != other.merit { return one.merit > other.merit }
    let (isUsual, isOtherUsual) = (usual.contains(one.encoding), usual.contains(other.encoding))
    if isUsual != isOtherUsual { return isUsual }
    let (first, second) = (one.tally, other.tally)
    if first.single != second.single { return first.single > second.single }
    if first.title != second.title { return first.title > second.title }
    return rank(one.encoding) < rank(other.encoding)
  }

  private func trial(_ encoding: TextEncoding) -> Trial? {
    guard let name = encoding.converterName(prefix: []), let converter = Converter(from: name) else {
      return nil
    }
    var trial = Trial(encoding: encoding)
    for line in lines {
      let (text, invalid) = converter.text(of: line)
      trial.take(text, of: line, invalid: invalid)
    }
    return trial
  }
}

/// A sample read in an encoding.
private struct Trial {
  let encoding: TextEncoding
  private(set) var texts: [String] = []
  private(set) var tally = WordTally()
  private var invalid = 0
  private var pairs = 0
  private var usualPairs = 0

  init(encoding: TextEncoding) { self.encoding = encoding }

  mutating func take(_ text: String, of line: [UInt8], invalid: Int) {
    texts.append(text)
    tally.take(text)
    self.invalid += invalid
    if !encoding.usualLeads.isEmpty { count(line) }
  }

  /// Counts the characters of two bytes, and those that are usual.
  private mutating func count(_ line: [UInt8]) {
    var position = 0
    while position + 1 < line.count {
      let (lead, trail) = (line[position], line[position + 1])
      switch (encoding, lead) {
      case (_, ..<0x81), (.shiftJIS, 0xA1...0xDF): position += 1
      // Signs, which stand beside characters of any kind.
      case (.gb18030, 0xA1...0xA3) where trail >= 0xA1, (.big5, 0xA1...0xA3), (.shiftJIS, 0x81): position += 2
      default:
        pairs += 1
        if encoding.usualLeads.contains(where: { $0.contains(lead) }), encoding != .gb18030 || trail >= 0xA1 {
          usualPairs += 1
        }
        position += encoding == .gb18030 && (0x30...0x39).contains(trail) ? 4 : 2
      }
    }
  }

  /// Names are written with usual characters, but for a few.
  private var hasUsualCharacters: Bool {
    encoding.usualLeads.isEmpty || pairs > 0 && usualPairs * 10 >= pairs * 6
  }

  /// Whether it makes words of the bytes, but for a few.
  var isFit: Bool { makesWords && invalid * 50 <= tally.words }

  /// Whether what it makes are words, whatever bytes are no character in it: these are lost, not read
  /// wrongly.
  var makesWords: Bool { tally.known >= 0.9 && invalid <= tally.words && hasUsualCharacters }

  /// How well it fits: a share of words, less where characters are rare.
  var merit: Double {
    tally.known * (encoding.usualLeads.isEmpty ? 1 : 0.99)
  }

  func reading(by order: some Sequence<Int>) -> EncodingReading {
    var samples: [String] = []
    for index in order where samples.count < 3 {
      guard let sample = Self.sample(texts[index]), !samples.contains(sample) else { continue }
      samples.append(sample)
    }
    return EncodingReading(encoding: encoding, samples: samples, isFit: isFit)
  }

  /// The first values of a line that are not ASCII and stand side by side.
  private static func sample(_ line: String) -> String? {
    let cells = line.split(omittingEmptySubsequences: false) { [",", ";", "\t", "|"].contains($0) }
      .map { String($0).replacing("\"", with: "").trimmed }
    let isForeign = { (cell: String) in cell.unicodeScalars.contains { $0.value >= 0x80 } }
    let run = cells.drop { !isForeign($0) }.prefix(while: isForeign).prefix(4).joined(separator: " ")
    return run.isEmpty ? nil : run.count > 40 ? run.prefix(39) + "…" : run
  }
}
