import Luban

/// The coded reasons of a change, with the words that people have for them.
struct Reasons {
  private let codes: [(code: String, meaning: String)]

  init(_ office: Office) async throws { codes = try await office.enrollments.reasonCodes() }

  /// The code that was typed, or whose meaning was, in the reader's language or in English.
  func code(_ typed: String) -> String? {
    codes.first { [$0.code, $0.meaning, Self.said($0.meaning)].contains(typed) }?.code
  }

  /// What a code means, in the reader's language.
  func said(_ code: String) -> String {
    codes.first { $0.code == code }.map { Self.said($0.meaning) } ?? code
  }

  /// All, each with its meaning: `health illness of the student or in the family`.
  var list: String { codes.map { "\($0.code) \(Self.said($0.meaning))" }.joined(separator: "\n  ") }

  private static func said(_ meaning: String) -> String { Speech.catalog.text(meaning, in: "word") }
}
