import Printing
import Testing

@Suite("Charts")
struct ChartTests {
  @Test(
    "a scale ends at a round number with room for the most, in two to five round steps",
    arguments: [
      (most: 0.0, ticks: [0.0, 1.0]), (1, [0, 1]), (3, [0, 1, 2, 3]), (7, [0, 2, 4, 6, 8]),
      (18, [0, 5, 10, 15, 20]), (96, [0, 20, 40, 60, 80, 100]), (142, [0, 50, 100, 150]),
      (238, [0, 50, 100, 150, 200, 250]), (1_000_001, [0, 500_000, 1_000_000, 1_500_000]),
    ] as [(most: Double, ticks: [Double])])
  func scale(most: Double, ticks: [Double]) {
    #expect(Scale(upTo: most).ticks == ticks)
    #expect(Scale(upTo: most).end == ticks.last)
  }

  @Test("a scale has at most six ticks, and the most is within its last step, whatever it is")
  func everyScale() {
    for most in 1...5000 {
      let scale = Scale(upTo: Double(most))
      #expect((2...6).contains(scale.ticks.count), "\(most)")
      #expect(scale.end >= Double(most) && scale.ticks.dropLast().allSatisfy { $0 < Double(most) }, "\(most)")
    }
  }

  @Test(
    "numbers have at most two digits behind the point",
    arguments: [
      (0.0, "0"), (12, "12"), (12.5, "12.5"), (12.05, "12.05"), (99.999, "100"), (0.004, "0"), (-0.5, "-0.5"),
      (-3.25, "-3.25"), (0.0833333, "0.08"),
    ])
  func texts(number: Double, text: String) { #expect(Scale.text(number) == text) }

  /// Newcombe, Two-sided confidence intervals for the single proportion, 1998, method 3.
  @Test(
    "the interval of a rate is Wilson's",
    arguments: [
      (81.0, 263.0, 25.53, 36.62), (15, 148, 6.24, 16.05), (0, 20, 0, 16.11), (1, 29, 0.61, 17.18),
    ])
  func intervals(count: Double, all: Double, low: Double, high: Double) throws {
    let interval = try #require(Interval(count, of: all))
    #expect(abs(interval.low - low) < 0.006 && abs(interval.high - high) < 0.006, "\(interval)")
  }

  @Test("nothing has no interval, and neither has more than all")
  func noInterval() {
    #expect(Interval(0, of: 0) == nil)
    #expect(Interval(3, of: 2) == nil)
  }

  @Test("a bar is as wide as its figure, and the picture as its scale")
  func bars() throws {
    let chart = Chart(
      title: "Students", scale: Scale(upTo: 142),
      rows: [Chart.Row(label: "Uzbekistan", marks: [.bar("142", step: 1), .bar("65", step: 9)], told: "142")])
    let template = try Template("{{width}}:{{#rows}}{{#bars}}{{width}}/{{step}} {{/bars}}{{/rows}}")
    #expect(template.page(chart.printed) == "150:142/1 65/6 ")
  }

  @Test("a line goes up where its figures do")
  func lines() throws {
    let chart = Chart(
      title: "Retention", scale: .percent,
      rows: [
        Chart.Row(
          label: "Egypt",
          marks: [.line([Chart.Point(x: 0.25, y: "80.5"), Chart.Point(x: 0.75, y: "100")])], told: "")
      ], isRising: true)
    let template = try Template("{{width}}x{{height}} {{#rows}}{{#lines}}{{.}}{{/lines}}{{/rows}}")
    #expect(template.page(chart.printed) == "1x100 M0.25 19.5L0.75 0")
  }
}
