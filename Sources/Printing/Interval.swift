/// The range in which a rate might as well have been, of few as of many: Wilson's score interval of 95 %.
///
/// E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, 1927.
public struct Interval: Equatable, Sendable {
  /// Its lower end, in percent.
  public let low: Double
  /// Its upper end, in percent.
  public let high: Double

  /// The interval of a count of others; nil where there are none.
  public init?(_ count: Double, of all: Double) {
    guard all > 0, (0...all).contains(count) else { return nil }
    let z = 1.959964
    let share = count / all
    let middle = share + z * z / (2 * all)
    let reach = z * (share * (1 - share) / all + z * z / (4 * all * all)).squareRoot()
    let whole = 1 + z * z / all
    low = max(0, (middle - reach) / whole * 100)
    high = min(100, (middle + reach) / whole * 100)
  }
}
