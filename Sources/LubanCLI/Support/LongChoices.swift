import Tabular

/// What the argument parser says of a value that is none of those there are.
enum LongChoices {
  private static let most = 10

  /// The same words, with the nearest where there are more than ten to choose from.
  static func shortened(_ words: String) -> String {
    var lines = words.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasSuffix(" Please provide one of the following:") }),
      let value = lines[start].split(separator: "'").dropFirst().first
    else { return words }
    let choices = lines[(start + 1)...].prefix { $0.hasPrefix("  - ") }
    guard choices.count > most else { return words }
    let near = nearest(String(value), in: choices.map { String($0.dropFirst(4)) }, atMost: 3)
    let hint = near.isEmpty ? "" : "Did you mean \(near.joined(separator: ", "))? "
    let told = lines[start].replacing(" Please provide one of the following:", with: "")
    lines.replaceSubrange(
      start..<choices.endIndex, with: [told, "\(hint)The help lists the \(choices.count) there are."])
    return lines.joined(separator: "\n")
  }
}
