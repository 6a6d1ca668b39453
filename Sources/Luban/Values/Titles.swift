import FoundationEssentials
import Postgres

/// The same title in several languages, by BCP 47 tag: `["en": "Surveying", "zh": "测绘"]`.
public struct Titles: Hashable, Sendable, Codable, ExpressibleByDictionaryLiteral {
  /// The titles by language.
  public let byLanguage: [String: String]

  /// Titles by language.
  public init(_ byLanguage: [String: String]) { self.byLanguage = byLanguage }

  /// Titles in a program or a test; of two in one language the last.
  public init(dictionaryLiteral elements: (String, String)...) {
    byLanguage = Dictionary(elements) { $1 }
  }

  /// The title in English; where there is none, in the first language by its tag.
  public var main: String {
    byLanguage["en"] ?? byLanguage.min { $0.key < $1.key }?.value ?? ""
  }

  /// Written as an object from tags to titles.
  public func encode(to encoder: any Encoder) throws { try byLanguage.encode(to: encoder) }
  /// Read from an object from tags to titles.
  public init(from decoder: any Decoder) throws { byLanguage = try [String: String](from: decoder) }
}

extension Titles: SQLEncodable, SQLDecodable {
  /// Written as `jsonb`.
  public static var sqlType: SQLType { .jsonb }

  /// The JSON object.
  public var sqlText: String? {
    (try? JSONEncoder().encode(byLanguage)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads the JSON object.
  public init?(sqlText: String) {
    guard let titles = try? JSONDecoder().decode([String: String].self, from: Data(sqlText.utf8)) else {
      return nil
    }
    self.init(titles)
  }
}
