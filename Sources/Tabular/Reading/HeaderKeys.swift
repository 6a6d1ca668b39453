/// The keys under which headers are compared, as people see them.
extension Header {
  /// The key under which names that people take for the same are equal: `Family name`, `family_name`
  /// and `FAMILY-NAME` all give `familyname`.
  ///
  /// Small letters without accents, in usual width, with only letters and digits left; a name without any,
  /// such as `#`, stays as it is.
  public static func normalizedKey(_ name: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars {
      let plain = scalar.plain
      if plain.isPartOfWord { key.append(plain) }
    }
    return key.isEmpty ? name.trimmed.lowercased() : String(key)
  }

  /// A key in which the Latin letters are the Cyrillic ones that look like them.
  static func skeleton(_ key: String) -> String {
    var skeleton = String.UnicodeScalarView()
    for scalar in key.unicodeScalars { skeleton.append(lookAlikes[scalar] ?? scalar) }
    return String(skeleton)
  }

  /// The parts of a name that say the same twice, as in `姓名 Name` and `ФИО / Full name`, without remarks in
  /// brackets and the form of a day.
  static func parts(of name: String) -> [String] {
    var parts: [String] = [""]
    var depth = 0
    var isHan: Bool?
    for scalar in name.unicodeScalars {
      if opening.contains(scalar) { depth += 1 }
      guard depth == 0 else {
        if closing.contains(scalar) { depth -= 1 }
        continue
      }
      if separators.contains(scalar) {
        parts.append("")
        isHan = nil
        continue
      }
      if scalar.properties.isAlphabetic {
        if let last = isHan, last != scalar.properties.isIdeographic { parts.append("") }
        isHan = scalar.properties.isIdeographic
      }
      parts[parts.count - 1].unicodeScalars.append(scalar)
    }
    return parts.map { part in
      part.split(whereSeparator: \.isWhitespace).filter { !isForm($0) }.joined(separator: " ")
    }.filter { part in part.contains { $0.isLetter } }
  }

  /// Whether a word is the form of a day, as in `ДД.ММ.ГГГГ` or `yyyy`.
  private static func isForm(_ word: Substring) -> Bool {
    let letters = word.lowercased().filter(\.isLetter)
    return !letters.isEmpty
      && letters.allSatisfy { letter in
        "dmyjakoдмгкажо".contains(letter) && letters.count(where: { $0 == letter }) > 1
      }
  }

  private static let opening = Set("([{（［【〔<《".unicodeScalars)
  private static let closing = Set(")]}）］】〕>》".unicodeScalars)
  private static let separators = Set("/|\n\r;:,，、；：／–—".unicodeScalars)

  private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: zip("abcehikmoptxyjs".unicodeScalars, "авсеникмортхујѕ".unicodeScalars))
}

extension Unicode.Scalar {
  /// The letter without accent, in usual width, in the form that lists write as well.
  fileprivate var plain: Unicode.Scalar {
    if value < 0xC0 { return self }
    if (0xFF01...0xFF5E).contains(value) {
      let usual = Unicode.Scalar(value - 0xFEE0) ?? self
      return usual.properties.lowercaseMapping.unicodeScalars.first ?? usual
    }
    return Self.plainLetters[self] ?? self
  }

  private static let plainLetters: [Unicode.Scalar: Unicode.Scalar] = {
    let accented = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿăąćčďęěğīłńňőřśşšţťůűźżžёйўїӣӯأإآٱىة"
    let plain = "aaaaaaceeeeiiiinooooouuuuyyaaccdeegilnnorsssttuuzzzеиуіиуاااايه"
    return Dictionary(uniqueKeysWithValues: zip(accented.unicodeScalars, plain.unicodeScalars))
  }()

  /// Whether the scalar is a letter, a mark or a digit: no apostrophe that stands as a letter, as in oʻ, no
  /// accent that stands by itself, no mark that only lengthens or reads a word.
  fileprivate var isPartOfWord: Bool {
    switch value {
    case 0x2B9...0x2BF, 0x300...0x36F, 0x640, 0x64B...0x652: return false
    default: break
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
