import ArgumentParser
import Luban
import Messages

/// A kind or a state of the database, typed by its code or by a word for it in any language.
///
/// `degree-education` and `degree_education` are the same, and so are 学历教育 and what else files take for it.
protocol WordedArgument: ListedArgument, Worded {}

extension WordedArgument {
  /// Reads the code with dashes or underscores, or a word.
  public init?(argument: String) {
    guard let value = Self(word: argument) else { return nil }
    self = value
  }

  /// The codes as they are typed.
  public static var allValueStrings: [String] { allCases.map(\.words) }
}

/// A level of schooling, by its number or a word for it.
struct SchoolingArgument: ListedArgument {
  let level: Int

  init?(argument: String) {
    let word = KindWords.code(argument, among: Self.allValueStrings, as: ["schooling"]) ?? argument
    guard let level = Int(word) else { return nil }
    self.level = level
  }

  static let allValueStrings = (0...8).map(String.init)
}

extension Word {
  /// Values that an option takes, each by its word in the reader's language and its code: `在读 (enrolled)`.
  static func choices(_ codes: [String], in catalog: Catalog) -> String {
    let isSchooling = codes == SchoolingArgument.allValueStrings
    guard isSchooling || codes.allSatisfy(Set(all).contains) else { return codes.joined(separator: ", ") }
    let noun = own.first { $0.value == codes }?.key ?? ""
    return codes.map { code in
      let word =
        isSchooling
        ? KindWords.word(for: code, of: "schooling", in: catalog.language) ?? code
        : catalog.word(code, of: noun)
      return word == code ? code : word + catalog.remarks([code])
    }.joined(separator: ", ")
  }
}
