/// A language in which Luban speaks to people.
public enum Language: String, Sendable, CaseIterable {
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
}
