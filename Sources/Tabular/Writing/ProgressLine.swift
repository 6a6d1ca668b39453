/// The words of a line that tells how far a long command is: `1,234 rows, 12,300/s, 40 s left`.
///
/// It only makes text. The caller writes it, to a terminal and from time to time.
public struct ProgressLine: Equatable, Sendable {
  /// What is counted, in the singular.
  public let noun: String
  /// What is counted, in the plural; nil adds an s.
  public let plural: String?

  /// A line that counts `noun`.
  public init(counting noun: String, plural: String? = nil) {
    self.noun = noun
    self.plural = plural
  }

  /// The line after `elapsed`; `fraction` is the part that is done, from 0 to 1, nil if unknown.
  ///
  /// The time left is told once there is enough to tell it from.
  public func text(count: Int, fraction: Double? = nil, elapsed: Duration) -> String {
    var parts = [Figures.count(count, noun, plural: plural)]
    if elapsed > .zero, count > 0 { parts.append(Figures.rate(count, in: elapsed)) }
    if let fraction, fraction >= 0.01, fraction <= 1, elapsed >= .seconds(1) {
      let left = elapsed.seconds * (1 - fraction) / fraction
      parts.append(Figures.time(.seconds(left.rounded())) + " left")
    }
    return parts.joined(separator: ", ")
  }

  /// The line at the end: `1,234 rows in 1.4 s, 881/s`.
  public func summary(count: Int, elapsed: Duration) -> String {
    let total = "\(Figures.count(count, noun, plural: plural)) in \(Figures.time(elapsed))"
    return count > 0 && elapsed > .zero ? total + ", " + Figures.rate(count, in: elapsed) : total
  }

  /// What to write to a terminal of `width` cells to show `text` in place of the line before.
  public static func replacement(_ text: String, width: Int) -> String {
    // The last column stays free: some terminals go to the next line after it.
    "\r" + VisibleText.truncated(VisibleText.escaped(text), to: width - 1) + eraseToEnd
  }

  /// What to write to a terminal to take the line away.
  public static let erasure = "\r" + eraseToEnd

  private static let eraseToEnd = "\u{1B}[K"
}
