import Printing
import Testing

@Suite("Templates")
struct TemplateTests {
  private static let values: [String: any Sendable] = [
    "name": "A <b> & \"Söhne\" 'e\u{301}'", "is_valid": true, "is_old": false,
    "courses": [["code": "A", "title": "First"], ["code": "B"]], "none": [[String: String]](),
    "title": "All",
  ]

  private func page(_ text: String) throws -> String { try Template(text).page(Self.values) }

  private func fault(_ text: String) -> Template.Fault? {
    do {
      _ = try Template(text)
      return nil
    } catch {
      return error
    }
  }

  @Test("a value is escaped, whatever it is written with, and with three braces or an ampersand it is not")
  func values() throws {
    #expect(try page("{{name}}") == "A &lt;b&gt; &amp; &quot;Söhne&quot; &#39;e\u{301}&#39;")
    #expect(try Template("{{name}}").page(["name": "<\u{338}script>"]) == "&lt;\u{338}script&gt;")
    #expect(
      try page("{{{ name }}}|{{& name}}") == "A <b> & \"Söhne\" 'e\u{301}'|A <b> & \"Söhne\" 'e\u{301}'")
    #expect(try page("{{is_valid}} {{unknown}}{{courses}}.") == "true .")
  }

  @Test("a section appears for what is there and true, and once for each item of a list")
  func sections() throws {
    #expect(
      try page("{{#is_valid}}yes{{/is_valid}}{{#is_old}}no{{/is_old}}{{#unknown}}no{{/unknown}}") == "yes")
    #expect(try page("{{#courses}}{{code}} {{title}};{{/courses}}") == "A First;B All;")
    #expect(try page("{{#title}}<i>{{.}}</i>{{/title}}") == "<i>All</i>")
    #expect(try page("{{#none}}no{{/none}}{{#courses}}{{#courses}}x{{/courses}}{{/courses}}") == "xxxx")
  }

  @Test("an inverted section appears where there is nothing, where it is not so, and for an empty list")
  func invertedSections() throws {
    #expect(try page("{{^unknown}}1{{/unknown}}{{^is_old}}2{{/is_old}}{{^none}}3{{/none}}") == "123")
    #expect(try page("{{^is_valid}}1{{/is_valid}}{{^courses}}2{{/courses}}{{^title}}3{{/title}}.") == ".")
  }

  @Test("a comment is not written, over several lines too")
  func comments() throws {
    #expect(try page("a{{! {{ name }}b{{!\nc\n}}d") == "abd")
  }

  @Test("what shows nothing itself takes its line with it, if it stands alone there")
  func lines() throws {
    #expect(
      try page("<ul>\n  {{#courses}}\n  <li>{{code}}\n  {{/courses}}\t\n</ul>\n")
        == "<ul>\n  <li>A\n  <li>B\n</ul>\n")
    #expect(try page("a\r\n{{! c }}\r\nb\r\n  {{^is_old}}\r\nc\r\n{{/is_old}}") == "a\r\nb\r\nc\r\n")
    #expect(try page("a {{! c }}\nb {{#is_valid}} {{/is_valid}}\n {{! a }}{{! b }}\n") == "a \nb  \n \n")
    #expect(try page("  {{title}}\n") == "  All\n")
  }

  @Test("braces by themselves are text")
  func braces() throws {
    #expect(try page("a { b } }} {\n{ {title}") == "a { b } }} {\n{ {title}")
    #expect(try page("") == "")
    #expect(try page("body{margin:0}h1{{{title}}}") == "body{margin:0}h1All")
  }

  @Test(
    "what can't be taken is refused by its name, with its line and the way out",
    arguments: [
      ("a\n{{> head}}", 2, "{{> head}} is a partial, which can't be taken; write its text in its place"),
      ("{{=<% %>=}}", 1, "{{=<% %>=}} sets delimiters, which can't be taken; write {{ and }}"),
      ("{{< page}}{{/page}}", 1, "{{< page}} inherits, which can't be taken; write its text in its place"),
      ("\n\n{{$ block}}", 3, "{{$ block}} inherits, which can't be taken; write its text in its place"),
      (
        "{{% CONTENT_TYPE: TEXT}}", 1,
        "{{% CONTENT_TYPE: TEXT}} is a pragma, which can't be taken; leave it out"
      ),
      (
        "{{uppercased(name)}}", 1,
        "{{uppercased(name)}} is no name of a value; write letters, digits, _ and -, or . alone"
      ),
      (
        "{{#student.name}}", 1,
        "{{student.name}} is no name of a value; write letters, digits, _ and -, or . alone"
      ),
      ("{{}}", 1, "{{}} is no name of a value; write letters, digits, _ and -, or . alone"),
      ("\n{{name", 2, "a tag begins with {{ and does not end; write }} after it"),
      ("{{{name}}", 1, "a tag begins with {{{ and does not end; write }}} after it"),
      ("\n{{#courses}}\n", 2, "{{#courses}} is never closed; write {{/courses}} where it ends"),
      ("{{^none}}{{#title}}{{/title}}", 1, "{{^none}} is never closed; write {{/none}} where it ends"),
      ("{{/courses}}", 1, "{{/courses}} closes a section that is not open; leave it out"),
      (
        "{{#a}}\n{{/b}}", 2,
        "{{/b}} stands where {{#a}} of line 1 is still open; write {{/a}} before it"
      ),
    ])
  func faults(_ text: String, _ line: Int, _ words: String) {
    #expect(fault(text) == Template.Fault(line: line, words: words))
  }

  @Test("sections stand in each other a hundred deep, and no deeper")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "{{#is_valid}}\n", count: depth) + "x"
        + String(repeating: "{{/is_valid}}", count: depth)
    }
    #expect(try page(nested(100)) == "x")
    let words = "sections stand in each other more than 100 deep; close one before {{#is_valid}}"
    #expect(fault(nested(101)) == Template.Fault(line: 101, words: words))
    #expect(fault(nested(20_000)) == Template.Fault(line: 101, words: words))
    #expect(try page(String(repeating: "{{#is_valid}}{{/is_valid}}", count: 20_000)) == "")
  }
}
