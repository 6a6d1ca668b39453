import Postgres

/// A value that stands in JSON as the text people type.
///
///     struct ClassCode: TextCoded { … }   // "UZ-TAS-LOG-2026A/LOG-210"
public protocol TextCoded: Codable, LosslessStringConvertible {}

extension TextCoded {
  /// Written as its text.
  public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }

  /// Read from its text.
  public init(from decoder: any Decoder) throws {
    let text = try String(from: decoder)
    guard let value = Self(text) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no \(Self.self): \(text)"))
    }
    self = value
  }
}

extension SQLDecodable where Self: TextCoded {
  /// Read from its text.
  public init?(sqlText: String) { self.init(sqlText) }
}
