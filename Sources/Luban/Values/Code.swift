import Postgres

/// A code people type, of one noun: a cohort's can't be passed where a program's is wanted.
public struct Code<Noun: Coded>: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
  /// The code, in capitals.
  public let rawValue: String

  /// A code as typed; lower case is raised, blanks around it are dropped.
  public init(rawValue: String) {
    var text = Substring(rawValue)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    self.rawValue = text.uppercased()
  }

  /// A code as typed.
  public init(_ text: String) { self.init(rawValue: text) }

  /// A code in a program or a test.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// Written as its text.
  public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
  /// Read from its text.
  public init(from decoder: any Decoder) throws { self.init(rawValue: try String(from: decoder)) }
}

extension Code: SQLEncodable, SQLDecodable, CustomStringConvertible {
  /// The code, in capitals.
  public var description: String { rawValue }
}

/// Code of a partner, `UZ-TSTU`.
public typealias PartnerCode = Code<Partner>
/// Code of an agreement.
public typealias AgreementCode = Code<Agreement>
/// Code of a workshop, `UZ-TAS`.
public typealias WorkshopCode = Code<Workshop>
/// Code of a program, `LOG`.
public typealias ProgramCode = Code<Program>
/// Code of a course or module, `LOG-210`.
public typealias CourseCode = Code<Course>
/// Code of a cohort, `UZ-TAS-LOG-2026A`.
public typealias CohortCode = Code<Cohort>
