import Messages
import Postgres

/// What is printed of a credential.
public enum PrintKind: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable {
  case certificate, transcript, supplement
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }

  /// How its sheet lies where nobody says.
  var orientation: Orientation { self == .certificate ? .across : .upright }
}

/// How a sheet of A4 lies.
public enum Orientation: String, Sendable, Hashable, CaseIterable {
  case across, upright
}

/// In which languages a page is set, and on what.
public struct PageForm: Sendable, Hashable {
  /// The reader's language; Chinese stands beside it, and beside Chinese English.
  public var language: Language
  /// How the sheet lies; as usual for what is printed where `nil`.
  public var orientation: Orientation?

  /// A form of pages.
  public init(language: Language = .english, orientation: Orientation? = nil) {
    self.language = language
    self.orientation = orientation
  }
}

/// Which credentials are printed.
public enum PrintSelection: Sendable, Hashable {
  /// Those with these serial numbers.
  case serials([CredentialSerial])
  /// The valid ones of a cohort, of one side or of both.
  case cohort(CohortCode, CertificateSide?)
}

/// A credential as a document of its own, of a page or several.
public struct PrintedPage: Sendable, Hashable {
  /// Serial number.
  public let serial: CredentialSerial
  /// HTML.
  public let html: String
  /// By whose template it is; Luban's own where `nil`.
  let template: PartnerCode?

  /// All in one document, each from a page of its own on.
  ///
  /// The head is that of the first, the bodies are those of all: they are by one template.
  ///
  /// - Throws: ``LubanError/invalidData(_:)`` where they are by different templates.
  public static func document(of pages: [PrintedPage]) throws -> String {
    guard let first = pages.first, pages.count > 1 else { return pages.first?.html ?? "" }
    if let other = pages.first(where: { $0.template != first.template }) {
      let names = [first, other].map { $0.template?.rawValue ?? "Luban" }
      throw LubanError.invalidData(
        """
        \(first.serial) is by the template of \(names[0]), and \(other.serial) by that of \
        \(names[1]): in one file all are by one template. Write a file each into a folder, or one side at a \
        time.
        """)
    }
    let (head, _, tail) = parts(of: first.html)
    let bodies = pages.enumerated().map { nth, page in
      let turn = nth == 0 ? "" : " style=\"break-before: page\""
      return "<div\(turn)>\(parts(of: page.html).body)</div>"
    }
    // Pages would be counted through all of them: what is 3 of 60 there is page 1 of the second.
    return head + "<style>@page { @bottom-right { content: none } }</style>\n"
      + bodies.joined(separator: "\n") + tail
  }

  /// What stands before the body, in it, and behind it; all is the body where there is no such tag.
  private static func parts(of html: String) -> (head: Substring, body: Substring, tail: Substring) {
    guard let start = html.firstRange(of: "<body"),
      let open = html[start.upperBound...].firstIndex(of: ">"),
      let end = html[open...].firstRange(of: "</body>")
    else { return ("", html[...], "") }
    let begins = html.index(after: open)
    return (html[..<begins], html[begins..<end.lowerBound], html[end.lowerBound...])
  }
}
