import FoundationEssentials
import Messages
import Printing
import Tabular

extension Template {
  /// Refuses a template whose pages would not tell whose they are, or that asks for what there is not.
  ///
  /// - Parameter name: what it is called, as its file.
  func check(name: String) throws {
    for needed in ["serial", "name"] where !names.contains(where: { $0.name == needed }) {
      throw LubanError.invalidData(
        """
        \(name) is no template of a page: nothing in it is \("{{\(needed)}}"), which every page says. \
        Start from the template that comes with Luban.
        """)
    }
    if let unknown = names.first(where: { !PageWords.values.contains($0.name) }) {
      let near = nearest(unknown.name, in: PageWords.values.sorted(), atMost: 3)
      let hint: Message =
        near.isEmpty
        ? "All values stand in docs/how-to/print-certificates.md."
        : "Did you mean \(near.joined(separator: ", "))?"
      throw LubanError.invalidData(
        "\(name), line \(unknown.line): there is no value \("{{\(unknown.name)}}"). \(hint)")
    }
    for sample in try Credential.samples() {
      let page = Self.shown(page(sample.values))
      for (needed, value) in [("serial", sample.serial), ("name", sample.name)] where !page.contains(value) {
        let line = names.first { $0.name == needed }?.line ?? 1
        throw LubanError.invalidData(
          """
          \(name), line \(line): \("{{\(needed)}}") is not on every page, as it stands in the title, in a \
          remark or in a section that is left out of some. Write it outside of them.
          """)
      }
    }
  }

  /// A page without what nobody sees of it: remarks, and the title that stands above the window.
  private static func shown(_ page: String) -> String {
    var page = page
    for (begin, end) in [("<!--", "\u{2D}->"), ("<title", "</title>")] {
      while let start = page.firstRange(of: begin) {
        let rest = page[start.upperBound...]
        page.removeSubrange(start.lowerBound..<(rest.firstRange(of: end)?.upperBound ?? page.endIndex))
      }
    }
    return page
  }
}

extension Credential {
  /// What is printed of two that nobody has, with the least that is recorded of any: one that is valid and
  /// not signed, and one that is signed and revoked.
  fileprivate static func samples() throws -> [(serial: String, name: String, values: [String: any Sendable])]
  {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let record = try decoder.decode(CredentialRecord.self, from: Data(leastRecord.utf8))
    guard let serial = CredentialSerial("SAMPLE-00000-00000"), let day = Day("2000-01-01") else { return [] }
    return try [Status.valid, .revoked].map { status in
      let isRevoked = status == .revoked
      let sample = Credential(
        serial: serial, status: status, title: "-", side: .host, awardedBy: "X", issuedOn: day,
        revokedOn: isRevoked ? day : nil, revokeReason: isRevoked ? "-" : nil, replaces: nil, replacedBy: nil,
        uid: "", record: record)
      let values = try sample.values(
        in: PageWords(.english), isRevoked ? PrintedSignature(code: "0", signedOn: day, address: "-") : nil,
        AwardingWords([], [:]))
      return (serial.rawValue, record.student.name, values)
    }
  }

  /// What is recorded of every certificate.
  private static let leastRecord = """
    {"judged_on": "2000-01-01", "completed_on": "2000-01-01", "parts": [], "courses": [], "languages": [],
     "student": {"number": "-", "name": "Sample, who is nobody", "birth_date": "2000-01-01"},
     "workshop": {"code": "-", "titles": {"en": "-"}, "country": "UZ"},
     "sides": [{"side": "host", "code": "X", "names": {"en": "-"}}],
     "program": {"code": "-", "edition": "-", "titles": {"en": "-"}, "isced_field": "0000",
       "field_title": "-", "isced_level": 0, "level_title": "-", "months": 1},
     "cohort": {"code": "-", "intake": "2000-01-01"},
     "hours": {"theory": 0, "practice": 0, "language": 0, "culture": 0, "total": 0}}
    """
}
