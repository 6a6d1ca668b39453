import ArgumentParser
import Luban

/// A title with its language, `zh=测绘`; without a language it is English.
struct TitleArgument: ExpressibleByArgument {
  let language: String
  let title: String

  init?(argument: String) {
    let tag = argument.prefix { $0 != "=" }
    let isTagged = tag.endIndex != argument.endIndex && Self.isTag(tag)
    language = isTagged ? String(tag) : "en"
    title = isTagged ? String(argument[tag.endIndex...].dropFirst()) : argument
  }

  /// Whether it looks like `en` or `uz-Latn`; a title may hold an equals sign too.
  private static func isTag(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count) else { return false }
    return first.allSatisfy { ("a"..."z").contains($0) }
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
  }
}

extension Titles {
  /// The titles given on the command line; of two in one language the last.
  init(_ arguments: [TitleArgument]) {
    self.init(Dictionary(arguments.map { ($0.language, $0.title) }) { $1 })
  }

  /// All of them on one line, `en Surveying · zh 测绘`.
  var line: String {
    byLanguage.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: " · ")
  }
}
