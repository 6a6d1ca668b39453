import Testing

@testable import Tabular

@Suite("JSON as text")
struct JSONTextTests {
  @Test("quotes strings, escaping only what must be")
  func quoted() {
    #expect(JSONText.quoted("Анна \"Nick\" \\ 王") == #""Анна \"Nick\" \\ 王""#)
    #expect(JSONText.quoted("a\nb\r\tc\u{1}\u{1F}\u{7F}") == "\"a\\nb\\r\\tc\\u0001\\u001f\u{7F}\"")
    #expect(JSONText.quoted("\r\n") == #""\r\n""#)
    #expect(JSONText.quoted("") == "\"\"")
  }

  @Test("is laid out with its order kept and its strings untouched")
  func pretty() {
    let json = #"{"b": 1.50,"a":[1,{"x":"{[,: \"\\"},[],{}],"я" : null }"#
    #expect(
      JSONText.pretty(json) == """
        {
          "b": 1.50,
          "a": [
            1,
            {
              "x": "{[,: \\"\\\\"
            },
            [],
            {}
          ],
          "я": null
        }
        """)
  }

  @Test(
    "is laid out the same when it is laid out already",
    arguments: ["[]", "{}", "3", "\"a b\"", "[1,[2,{\"a\":3}]]"])
  func stable(json: String) {
    let once = JSONText.pretty(json)
    #expect(JSONText.pretty(once) == once)
    #expect(once.filter { !$0.isWhitespace } == json.filter { !$0.isWhitespace })
  }
}
