import Messages

/// The words of a line that tells how far a long command is: `1,234 rows, 12,300/s, 40 s left`.
///
/// It only makes text. The caller writes it, to a terminal and from time to time.
public enum ProgressLine {
  /// The line after `elapsed`; `fraction` is the part that is done, from 0 to 1, nil if unknown.
  ///
  /// The time left is told once there is enough to tell it from.
  ///
  /// - Parameter counted: how many of what, in words.
  public static func text(
    _ counted: Message, count: Int, fraction: Double? = nil, elapsed: Duration
  ) -> Message {
    guard elapsed > .zero, count > 0 else { return counted }
    let told: Message = "\(counted), \(Figures.rate(count, in: elapsed))"
    guard let fraction, fraction >= 0.01, fraction <= 1, elapsed >= .seconds(1) else { return told }
    let left = elapsed.seconds * (1 - fraction) / fraction
    return "\(told), \(Figures.time(.seconds(left.rounded()))) left"
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
