import FoundationEssentials
import Luban
import Messages
import Tabular

/// A page of several reports: what it tells of itself, so that it can be made anew.
struct PackPage: Codable {
  private static let comment = PageComment(label: "luban-pack")

  let database: String
  let madeBy: String
  /// That of its title.
  let language: Language
  /// The commands that make its reports, in their order.
  var commands: [String] = []
  /// The SHA-256 of the page without what it tells.
  var sha256 = ""

  private enum CodingKeys: String, CodingKey {
    case database, language, commands, sha256
    case madeBy = "made_by"
  }

  /// Whether a path is that of a page.
  static func isPage(_ path: String) -> Bool { path.hasSuffix(".html") }

  /// One of no report yet, in the reader's language where they said one.
  init(database: String) {
    (self.database, madeBy, language) = (database, Version.text, Speech.asked ?? .english)
  }

  /// Reads what a page tells.
  ///
  /// - Returns: beside it, the SHA-256 that the page has.
  /// - Throws: ``ReportFault/noPack(_:)``.
  static func read(_ path: String) throws -> (page: PackPage, sha256: String) {
    guard let (page, rest) = comment.read(Self.self, from: try ReportFile.bytes(of: path)) else {
      throw ReportFault.noPack(path)
    }
    return (page, SHA256.hexadecimal(of: rest))
  }

  /// The page of some reports.
  func html(of reports: [[String: any Sendable]]) throws -> String {
    try Speech.$catalog.withValue(.embedded(language)) {
      try ListingPage.html(of: reports, titled: ("Reports" as Message).cell)
    }
  }

  /// Writes a page, with what it tells.
  ///
  /// - Returns: the SHA-256 of the page without that.
  func write(_ html: String, to path: String) throws -> String {
    let file = try OutputFile(path: path)
    var page = self
    page.sha256 = SHA256.hexadecimal(of: Data(html.utf8))
    try file.sink.write(PageComment.doctype + (try Self.comment.line(of: page)))
    try file.sink.write(String(html.dropFirst(PageComment.doctype.count)))
    try file.commit()
    return page.sha256
  }

  /// Makes it anew, and gives the SHA-256 that it has then.
  ///
  /// - Parameter knownAt: as known at another time than it was.
  func sha256Anew(
    of path: String, by office: Office, on connection: ConnectionOptions, knownAt: String?
  ) async throws -> String {
    let here = try await office.schema.begunAt().iso
    guard database == here else {
      throw ReportFault.otherDatabase(file: path, since: database, here: here)
    }
    var reports: [[String: any Sendable]] = []
    for command in commands {
      let words = ReportLine.words(of: command) ?? []
      try await ReportFault.at("\(path), made by \(madeBy)", in: words) {
        let line = try await ReportLine(words, onPage: true, by: office, on: connection)
        let making = try await line.making(usually: .init(knownAt: knownAt, isForAll: knownAt != nil))
        reports.append(try await line.printed(making))
      }
    }
    return SHA256.hexadecimal(of: Data(try html(of: reports).utf8))
  }
}
