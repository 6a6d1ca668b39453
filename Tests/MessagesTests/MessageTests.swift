import Messages
import Testing

@Suite("Messages")
struct MessageTests {
  private static let russian = #"""
    msgid "There is no {0} {1}."
    msgstr "Не найдено: {0} {1}."

    msgid "cohort"
    msgstr "группа"

    msgid "{n} line"
    msgid_plural "{n} lines"
    msgstr[0] "{n} строка"
    msgstr[1] "{n} строки"
    msgstr[2] "{n} строк"

    msgctxt "word"
    msgid "on-leave"
    msgstr "в отпуске"

    msgid "{0} of {{1}}"
    msgstr "{{1}}: {0}"
    """#

  private func russian() throws -> Catalog { try Catalog(.russian, portableObject: Self.russian) }

  @Test("a sentence is translated by its text, and what it is of is put in as it is, or translated itself")
  func values() throws {
    let noun: Message = "cohort"
    let code = "UZ-TAS-{1}"
    let message: Message = "There is no \(noun) \(code)."
    #expect(message.description == "There is no cohort UZ-TAS-{1}.")
    #expect(message.told(in: try russian()) == "Не найдено: группа UZ-TAS-{1}.")
    #expect(message.english == "There is no {0} {1}.")
  }

  @Test("a choice of words within a sentence is words, not a value")
  func choices() throws {
    for isCohort in [true, false] {
      let message: Message = "There is no \(isCohort ? "cohort" : "course") \(1)."
      let told = try message.told(in: russian())
      #expect(told == (isCohort ? "Не найдено: группа 1." : "Не найдено: course 1."))
    }
  }

  @Test(
    "a number takes the form of the language",
    arguments: [
      (0, "0 строк", "0 lines"), (1, "1 строка", "1 line"), (2, "2 строки", "2 lines"),
      (5, "5 строк", "5 lines"), (11, "11 строк", "11 lines"), (12, "12 строк", "12 lines"),
      (21, "21 строка", "21 lines"), (22, "22 строки", "22 lines"), (111, "111 строк", "111 lines"),
      (1_001, "1\u{A0}001 строка", "1,001 lines"),
      (1_000_002, "1\u{A0}000\u{A0}002 строки", "1,000,002 lines"),
    ])
  func counts(number: Int, russian: String, english: String) throws {
    let message: Message = "\(count: number, "line")"
    #expect(message.told(in: try self.russian()) == russian)
    #expect(message.description == english)
  }

  @Test("an irregular plural is given, and a number alone is grouped")
  func irregular() throws {
    let people: Message = "\(count: 2, "person", plural: "people")"
    #expect(people.description == "2 people")
    let number: Message = "\(number: 12_345)"
    #expect(number.description == "12,345")
    #expect(number.told(in: try russian()) == "12\u{A0}345")
  }

  @Test("sentences are joined by signs that nobody translates; what is empty leaves none")
  func joined() throws {
    let words: [Message] = ["cohort", "\(count: 2, "line")"]
    #expect(words.joined(separator: ", ").told(in: try russian()) == "группа, 2 строки")
    #expect([Message]().joined(separator: ", ").isEmpty)
  }

  @Test("braces of a text are doubled in the file of translations, and stand once in the sentence")
  func braces() throws {
    let message: Message = "\(7) of {1}"
    #expect(message.english == "{0} of {{1}}")
    #expect(message.description == "7 of {1}")
    #expect(message.told(in: try russian()) == "{1}: 7")
  }

  @Test("a word that stands elsewhere is known by its context")
  func context() throws {
    #expect(Message("on-leave", in: "word").told(in: try russian()) == "в отпуске")
    #expect(Message("on-leave", in: "").told(in: try russian()) == "on-leave")
  }

  @Test("what is only signs and values is not asked of a translator")
  func signs() throws {
    let catalog = try Catalog(.pseudo, portableObject: Self.russian)
    let span: Message = "\("a" as String) – \("b" as String)"
    #expect(span.told(in: catalog) == "a – b")
    #expect(("cohort" as Message).told(in: catalog) == "⟦cohort⟧")
    #expect(("nobody said this" as Message).told(in: catalog) == "⟦!nobody said this!⟧")
  }
}
