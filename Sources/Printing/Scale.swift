/// The scale of a chart: from 0 to a round number, with ticks at round numbers.
public struct Scale: Equatable, Sendable {
  /// Where it ends.
  public let end: Double
  /// Where it is marked, from 0 to its end.
  public let ticks: [Double]

  /// Percent.
  public static let percent = Scale(end: 100, ticks: [0, 25, 50, 75, 100])

  /// One on which a number has room, in two to five steps of 1, 2 or 5 times a power of ten; none is less
  /// than 1.
  public init(upTo most: Double) {
    let most = max(most, 1)
    var power = 1.0
    while power * 10 <= most { power *= 10 }
    let steps = [power / 5, power / 2, power, power * 2].map { max($0, 1) }
    let step = steps.first { most <= $0 * 5 } ?? power * 5
    let count = max((most / step).rounded(.up), 1)
    (end, ticks) = (step * count, (0...Int(count)).map { step * Double($0) })
  }

  /// One of so many places.
  public init(places: Int) { self.init(end: Double(places), ticks: []) }

  private init(end: Double, ticks: [Double]) { (self.end, self.ticks) = (end, ticks) }

  /// A number in few digits, the same on every machine.
  public static func text(_ number: Double) -> String {
    let hundredths = (number * 100).rounded()
    let whole = Int(hundredths) / 100
    let rest = abs(Int(hundredths) % 100)
    if rest == 0 { return String(whole) }
    let sign = hundredths < 0 && whole == 0 ? "-" : ""
    let digits = rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0\(rest)" : String(rest)
    return "\(sign)\(whole).\(digits)"
  }
}
