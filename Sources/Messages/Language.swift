/// A language in which Luban speaks to people.
public enum Language: String, Codable, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh"
  case russian = "ru"
  /// None that anybody speaks: every text in brackets, so that one that was not marked is seen.
  case pseudo = "qps"

  /// The language of a tag or of a locale, as `zh-Hans`, `zh_CN.UTF-8`, `C`; `nil` where Luban does not
  /// speak it.
  public init?(tag: String) {
    let primary = tag.prefix { $0.isLetter }.lowercased()
    self.init(rawValue: ["c", "posix"].contains(primary) ? Language.english.rawValue : primary)
  }

  /// What the environment asks for: `LUBAN_LANG`, else what POSIX says of the language of messages.
  ///
  /// Where Luban does not speak it, English.
  ///
  /// - Parameter environment: the value of a variable, `nil` where it is not set.
  public init(environment: (String) -> String?) {
    let asked = ["LUBAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap(environment).first { !$0.isEmpty }
    self = asked.flatMap(Language.init(tag:)) ?? .english
  }

  /// Which form of the plural a number takes, in the order of the language's file of translations.
  ///
  /// The formulas: https://www.gnu.org/software/gettext/manual/html_node/Plural-forms.html
  func form(of number: Int) -> Int {
    let number = number.magnitude
    switch self {
    case .chinese: return 0
    case .english, .pseudo: return number == 1 ? 0 : 1
    case .russian:
      if number % 10 == 1, number % 100 != 11 { return 0 }
      return (2...4).contains(number % 10) && !(12...14).contains(number % 100) ? 1 : 2
    }
  }

  /// A whole number with its thousands apart: `1,234`, in Russian by a blank at which no line breaks.
  public func grouped(_ number: Int) -> String {
    var groups: [Substring] = []
    var digits = Substring(String(number.magnitude))
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    let separator = self == .russian ? "\u{A0}" : ","
    return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: separator)
  }
}
