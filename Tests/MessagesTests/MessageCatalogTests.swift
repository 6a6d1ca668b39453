import Messages
import Testing

@Suite("Catalogs of messages")
struct MessageCatalogTests {
  private static let file = #"""
    # Words of a test.
    msgid ""
    msgstr ""
    "Language: ru\n"

    #. the rule
    msgctxt "a_rule"
    msgid "A name has letters."
    msgstr "В имени есть буквы."

    #, python-brace-format
    msgctxt "another"
    msgid ""
    "\"{name}\" on "
    "{day}"
    msgstr "«{name}»,\t{day}\n\\"

    #, fuzzy
    msgctxt "a_rule"
    msgid "Give the name."
    msgstr "Дайте имя."
    msgctxt "a_rule"
    msgid "Not yet."
    msgstr ""
    """#

  @Test("a text is known by its English words and its context; else it is said in English")
  func lookUp() throws {
    let catalog = try Catalog(.russian, portableObject: Self.file)
    #expect(catalog.text("A name has letters.", in: "a_rule") == "В имени есть буквы.")
    #expect(catalog.text("A name has letters.") == "A name has letters.")
    #expect(catalog.text("\"{name}\" on {day}", in: "another") == "«{name}»,\t{day}\n\\")
  }

  @Test("what is empty, or fuzzy since the English changed, is said in English")
  func unfinished() throws {
    let catalog = try Catalog(.russian, portableObject: Self.file)
    #expect(catalog.text("Give the name.", in: "a_rule") == "Give the name.")
    #expect(catalog.text("Not yet.", in: "a_rule") == "Not yet.")
  }

  @Test("the language that nobody speaks has every text in brackets")
  func pseudo() throws {
    let catalog = try Catalog(.pseudo, portableObject: Self.file)
    #expect(catalog.text("A name has letters.", in: "a_rule") == "⟦A name has letters.⟧")
    #expect(catalog.text("Nobody was asked to say this.") == "⟦!Nobody was asked to say this.!⟧")
    #expect(Catalog.english.text("Give the name.") == "Give the name.")
  }

  @Test(
    "a line that belongs to no file of translations is refused by its number",
    arguments: [("msgid \"a\"\nmsgstr b", 2), ("\"lost\"", 1), ("msgid \"a\\\"\n", 1), ("mesgid \"a\"", 1)])
  func damaged(text: String, line: Int) {
    #expect(throws: PortableObjectError.self) { try PortableObject(text) }
    do { _ = try PortableObject(text) } catch { #expect(error.line == line) }
  }

  @Test(
    "placeholders take their values; what stands in brackets is left out where one is missing",
    arguments: [
      ("{student} on {day}", "S-1 on Monday"), ("{student}[ in {class}]", "S-1"),
      ("[{class}][{student}]: late", "S-1: late"), ("{class} of {student}", ""), ("late", "late"),
    ])
  func filled(template: String, told: String) {
    #expect(template.filled(["student": "S-1", "day": "Monday"]) == told)
  }
}
