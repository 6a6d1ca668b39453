/// Counts the words of a text that have letters beyond ASCII, and those that are of no language.
struct WordTally {
  /// Words that have a character beyond ASCII.
  private(set) var words = 0
  /// Of these, the words of no language.
  private(set) var strange = 0
  /// Of these, the words in small letters that begin with a capital.
  private(set) var titled = 0
  /// The first of the strange words, each once.
  private(set) var strangeWords: [String] = []
  private var letters = 0
  private var usualLetters = 0
  private var byAlphabet = [Int](repeating: 0, count: 64)

  /// The share of words that are of a language; all, where there are none.
  var known: Double { words == 0 ? 1 : Double(words - strange) / Double(words) }
  /// The share of words that are of the one language of which most are.
  var single: Double { words == 0 ? 1 : Double(byAlphabet.max() ?? 0) / Double(words) }
  /// The share of words that are written as names are.
  var title: Double { words == 0 ? 1 : Double(titled) / Double(words) }

  /// The share of letters that are among the ten or so most frequent, of Cyrillic and Arabic; nil of a few.
  ///
  /// It tells texts in capitals, of which another encoding makes small letters, or Arabic ones.
  var usual: Double? { letters < 20 ? nil : Double(usualLetters) / Double(letters) }

  /// Takes the words of a text in.
  mutating func take(_ text: String) {
    var word = Word()
    // At the beginning of a cell nothing but an opening sign stands before a word.
    var isAfterSign = false
    var isAtStart = true
    for scalar in text.unicodeScalars {
      switch Alphabets.shared.kind(scalar.value) {
      case .betweenAlone where !word.isAbbreviation:
        word.add(scalar, 0)
        (isAfterSign, isAtStart) = (false, false)
      case .between, .betweenAlone:
        end(&word)
        isAfterSign = isAtStart && scalar.value >= 0x80
        isAtStart = Self.endsCell(scalar)
      case .letter(let mask):
        if !word.isEmpty, word.isWestern != Word.isWestern(scalar) { end(&word) }
        if word.isEmpty, isAfterSign { word.isAfterSign = true }
        word.add(scalar, mask)
        (isAfterSign, isAtStart) = (false, false)
      case .strange:
        word.add(scalar, 0)
        (isAfterSign, isAtStart) = (false, false)
      }
    }
    end(&word)
  }

  private static func endsCell(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ";", "|", "\t", "\"", "\n", "\r": true
    default: false
    }
  }

  private mutating func end(_ word: inout Word) {
    defer { word = Word() }
    guard word.isBeyondASCII else { return }
    words += 1
    guard word.isOfALanguage else {
      strange += 1
      let text = String(word.text)
      if strangeWords.count < 3, !strangeWords.contains(text) { strangeWords.append(text) }
      return
    }
    if word.isTitled { titled += 1 }
    letters += word.letters
    usualLetters += word.usualLetters
    var rest = word.mask
    while rest != 0 {
      byAlphabet[rest.trailingZeroBitCount] += 1
      rest &= rest - 1
    }
  }
}

/// A word as it is read, letter by letter.
private struct Word {
  var text = String.UnicodeScalarView()
  /// The alphabets that have all its letters.
  var mask = UInt64.max
  var isBeyondASCII = false
  /// Whether the first thing in its cell is a sign beyond ASCII, and the word the second.
  var isAfterSign = false
  /// Letters of Cyrillic and Arabic, and the most frequent of them.
  private(set) var letters = 0
  private(set) var usualLetters = 0
  private var isMisshapen = false
  private var hasASCII = false
  private var capitals = 0
  private var smalls = 0
  private var count = 0
  private var beginsWithCapital = false
  private var last: UInt32 = 0

  var isEmpty: Bool { count == 0 }
  /// Whether it is nothing, or the N of a number.
  var isAbbreviation: Bool { count == 0 || count == 1 && (last | 0x20) == 0x6E }
  var isTitled: Bool { beginsWithCapital && capitals == 1 && count > 1 }
  /// A word is in small letters, in capitals, or begins with one.
  private var isMixedCase: Bool { capitals > 0 && smalls > 0 && !(capitals == 1 && beginsWithCapital) }
  /// A word that lost its capital to a sign is none.
  var isOfALanguage: Bool {
    mask != 0 && !isMisshapen && !isMixedCase && !isAllAccents && !Self.leadsOn(last)
      && !(isAfterSign && hasCase(last) && !beginsWithCapital)
  }
  /// No language in Latin letters writes a word without one of the alphabet.
  private var isAllAccents: Bool { mask & Alphabets.latinMask != 0 && !hasASCII && count > 1 }
  /// Whether it is of letters that words of other scripts follow without a space.
  var isWestern: Bool { Self.isWestern(last) }
  private func hasCase(_ scalar: UInt32) -> Bool { scalar < 0x530 || (0x1E00...0x1EFF).contains(scalar) }

  static func isWestern(_ scalar: Unicode.Scalar) -> Bool { isWestern(scalar.value) }
  private static func isWestern(_ scalar: UInt32) -> Bool { scalar < 0x3005 }

  mutating func add(_ scalar: Unicode.Scalar, _ mask: UInt64) {
    let value = scalar.value
    if count < 40 { text.append(scalar) }
    self.mask &= mask
    if value >= 0x80 { isBeyondASCII = true } else { hasASCII = true }
    if Alphabets.shared.isCapital(value) {
      if count == 0 { beginsWithCapital = true }
      capitals += 1
    } else if hasCase(value), !Self.isMark(value), value != 0xDF {
      smalls += 1
    }
    if Alphabets.hasUsualLetters(value) {
      letters += 1
      if Alphabets.usualLetters.contains(value) { usualLetters += 1 }
    }
    // A mark stands on a letter; the vowels that Thai writes first stand before one.
    if count == 0, Self.isMark(value) { isMisshapen = true }
    if Self.leadsOn(last), !(0xE01...0xE2E).contains(value) { isMisshapen = true }
    last = value
    count += 1
  }

  private static func leadsOn(_ scalar: UInt32) -> Bool { (0xE40...0xE44).contains(scalar) }

  private static func isMark(_ scalar: UInt32) -> Bool {
    (0x300...0x36F).contains(scalar) || scalar == 0xE31 || (0xE34...0xE3A).contains(scalar)
      || (0xE47...0xE4E).contains(scalar) || (0x64B...0x65F).contains(scalar)
  }
}
