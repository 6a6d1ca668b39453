/// The alphabets of the languages in which offices write, and what a character is in them.
///
/// A word is one of a language when all its letters are in one alphabet. Read in an encoding that is not the
/// file's, hardly a word is: letters of two scripts meet, signs stand among letters, capitals follow small
/// ones, or accents of several languages do. This takes no counting of letters, and so few words are enough.
struct Alphabets: Sendable {
  /// What a character is: the alphabets that have it, a bit each, or a sign between words.
  enum Kind: Equatable {
    case between
    /// A sign between words that follows none, but for the N of a number.
    case betweenAlone
    case letter(UInt64)
    /// No letter, nor a sign that stands in a table of people: it does not belong into a word.
    case strange
  }

  static let shared = Alphabets()

  /// The alphabets of each character below U+0530.
  private let masks: [UInt64]
  private let capitals: Set<UInt32>

  /// Of languages in Latin letters, those that ASCII lacks.
  private static let latin = [
    "àâæçéèêëîïôœùûüÿ", "áàâãçéêíóôõúü", "áéíóúüñ", "äöüßé", "àèéìíîòóùú", "åäöæøé", "çğıöşüâîûİ",
    "ąćęłńóśźż", "áäčďéěíĺľňóôŕřšťúůýž", "áéíóöőúüű", "ăâîşţșț", "čćđšž", "äçžňöşüý",
    "àáâãèéêìíòóôõùúýăđĩũơư\u{300}\u{301}\u{303}\u{309}\u{323}",
  ]
  private static let russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
  private static let cyrillic = [
    russian, russian + "іїєґ", russian + "ўі", russian + "әғқңөұүһі", russian + "ўқғҳ", russian + "ғӣқӯҳҷ",
    "абвгдђежзијклљмнњопрстћуфхцчџш",
  ]

  static let latinMask: UInt64 = (1 << latin.count) - 1
  private static let vietnamese: UInt64 = 1 << (latin.count - 1)
  private static let arabic: UInt64 = 1 << 40
  private static let thai: UInt64 = 1 << 41
  /// Han and kana; Hangul is by itself, and so are the narrow kana, which no word mixes with others.
  static let eastAsian: UInt64 = 1 << 42
  private static let hangul: UInt64 = 1 << 43
  private static let narrowKana: UInt64 = 1 << 44
  private static let others: UInt64 = 1 << 45

  /// The letters that are most of any text in Cyrillic, both cases, or in Arabic.
  static let usualLetters = Set("оеаинтсрвлОЕАИНТСРВЛالمنيورهتبدعحس".unicodeScalars.map(\.value))
  /// Whether a letter is of a script of which the most frequent letters are known.
  static func hasUsualLetters(_ scalar: UInt32) -> Bool {
    (0x400...0x52F).contains(scalar) || (0x621...0x6D3).contains(scalar)
  }

  private init() {
    var masks = [UInt64](repeating: 0, count: 0x530)
    var capitals: Set<UInt32> = []
    for (bit, letters) in (Self.latin + Self.cyrillic).enumerated() {
      for letter in letters.unicodeScalars {
        masks[Int(letter.value)] |= 1 << bit
        for capital in letter.properties.uppercaseMapping.unicodeScalars where capital != letter {
          guard capital.value >= 0x80 else { continue }
          masks[Int(capital.value)] |= 1 << bit
          capitals.insert(capital.value)
        }
      }
    }
    for letter in UInt32(0x41)...0x5A {
      masks[Int(letter)] = Self.latinMask
      masks[Int(letter + 0x20)] = Self.latinMask
      capitals.insert(letter)
    }
    capitals.insert(0x130)
    self.masks = masks
    self.capitals = capitals
  }

  func isCapital(_ scalar: UInt32) -> Bool {
    scalar < 0x530 ? capitals.contains(scalar) : (0x1E00...0x1EFF).contains(scalar) && scalar & 1 == 0
  }

  func kind(_ scalar: UInt32) -> Kind {
    if scalar < 0x530, masks[Int(scalar)] != 0 { return .letter(masks[Int(scalar)]) }
    if scalar < 0x80 {
      return scalar >= 0x20 && scalar < 0x7F || (0x09...0x0D).contains(scalar) ? .between : .strange
    }
    switch scalar {
    case 0xAA, 0xB0, 0xB7, 0xBA, 0xE50...0xE59: return .betweenAlone
    case 0xA0, 0xAB, 0xAD, 0xBB, 0x2B9...0x2BF, 0x200B...0x200F, 0x2010...0x2015,
      0x2018...0x201F, 0x2026, 0x202A...0x202E, 0x2039, 0x203A, 0x2060, 0x20AC, 0x2116, 0xFEFF, 0xFFFD,
      0x60C, 0x61B, 0x61F, 0x640, 0x660...0x66D, 0x6F0...0x6F9, 0x3000...0x3004, 0x3006...0x301F,
      0x30FB, 0xFF00...0xFF64:
      return .between
    case 0x370...0x3FF, 0x530...0x5FF, 0x900...0xDFF, 0xE80...0x1DFF: return .letter(Self.others)
    case 0x610...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: return .letter(Self.arabic)
    case 0xE01...0xE3A, 0xE40...0xE4E: return .letter(Self.thai)
    case 0x1E00...0x1EFF: return .letter(Self.vietnamese)
    case 0x3005, 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
      return .letter(Self.eastAsian)
    case 0xAC00...0xD7A3: return .letter(Self.hangul)
    case 0xFF65...0xFF9F: return .letter(Self.narrowKana)
    default: return .strange
    }
  }
}
