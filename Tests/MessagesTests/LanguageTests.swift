import Messages
import Testing

@Suite("Languages")
struct LanguageTests {
  @Test(
    "a tag, or the name of a locale, names a language",
    arguments: [
      ("zh", Language.chinese), ("zh_CN.UTF-8", .chinese), ("zh-Hans", .chinese), ("ru_RU.UTF-8", .russian),
      ("RU", .russian), ("en_US.UTF-8", .english), ("C", .english), ("C.UTF-8", .english),
      ("POSIX", .english),
    ])
  func tags(tag: String, language: Language) {
    #expect(Language(tag: tag) == language)
  }

  @Test("a language that Luban does not speak is none", arguments: ["uz_UZ", "", "russian", "z", "_"])
  func strangers(tag: String) {
    #expect(Language(tag: tag) == nil)
  }

  @Test("LUBAN_LANG goes before LC_ALL, that before LC_MESSAGES, that before LANG; an empty one is not set")
  func order() {
    var environment = ["LANG": "ru_RU.UTF-8"]
    #expect(Language(environment: { environment[$0] }) == .russian)
    environment["LC_MESSAGES"] = "zh_CN"
    #expect(Language(environment: { environment[$0] }) == .chinese)
    environment["LC_ALL"] = "C"
    #expect(Language(environment: { environment[$0] }) == .english)
    environment["LUBAN_LANG"] = ""
    #expect(Language(environment: { environment[$0] }) == .english)
    environment["LUBAN_LANG"] = "ru"
    #expect(Language(environment: { environment[$0] }) == .russian)
  }

  @Test("who asks for a language that Luban does not speak is answered in English")
  func fallback() {
    #expect(Language(environment: { $0 == "LANG" ? "uz_UZ.UTF-8" : nil }) == .english)
    #expect(Language(environment: { _ in nil }) == .english)
  }
}
