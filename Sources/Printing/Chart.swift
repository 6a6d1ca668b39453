/// A picture of figures, row by row: a label, the marks, and the same figures as text, so that it says no
/// less to who does not see it.
///
/// Marks are in units of the figures: a bar of 24 students is 24 wide, in a picture as wide as the scale. So
/// the numbers in the picture are those of the report, and nothing is measured in pixels.
public struct Chart: Equatable, Sendable {
  /// A mark of a row.
  public enum Mark: Equatable, Sendable {
    /// A bar from 0 to a number, as the report has it; of bars over each other, the wider ones come first.
    case bar(String, step: Int)
    /// A point, with the range in which the rate might as well be.
    case point(String, range: Interval?)
    /// A line through points, from left to right.
    case line([Point])
    /// A field of a map, at a place from 0 on, the darker the greater its step.
    case field(at: Int, step: Int)
  }

  /// A point of a line.
  public struct Point: Equatable, Sendable {
    /// Where it is between left and right, from 0 to 1.
    public let x: Double
    /// The figure, as the report has it.
    public let y: String

    /// A point.
    public init(x: Double, y: String) { (self.x, self.y) = (x, y) }
  }

  /// What is drawn of one thing.
  public struct Row: Equatable, Sendable {
    /// What it is of.
    public let label: String
    /// What is drawn.
    public let marks: [Mark]
    /// The same in figures.
    public let told: String

    /// A row.
    public init(label: String, marks: [Mark], told: String) {
      (self.label, self.marks, self.told) = (label, marks, told)
    }
  }

  /// What is shown.
  public let title: String
  /// What is to be known to read it.
  public let note: String
  /// What the steps of color mean, from the widest bar to the narrowest.
  public let key: [String]
  /// From where to where it goes.
  public let scale: Scale
  /// What stands above it in place of the numbers of its scale.
  public let axis: [String]
  /// What it shows it of.
  public let rows: [Row]
  /// Whether figures rise in it, and do not go to the right.
  public let isRising: Bool

  /// A chart.
  public init(
    title: String, note: String = "", key: [String] = [], scale: Scale, axis: [String] = [], rows: [Row],
    isRising: Bool = false
  ) {
    (self.title, self.note, self.key) = (title, note, key)
    (self.scale, self.axis, self.rows, self.isRising) = (scale, axis, rows, isRising)
  }
}

extension Chart {
  /// The values of the page's template.
  public var printed: [String: any Sendable] {
    [
      "title": title, "note": note, "is_rising": isRising,
      "key": key.enumerated().map { ["step": Self.step($0 + 1), "word": $1] }, "has_key": !key.isEmpty,
      "ticks": axis.isEmpty ? scale.ticks.map { Scale.text($0) } : axis, "has_ticks": !isRising,
      "width": Scale.text(isRising ? 1 : scale.end),
      "height": isRising ? Scale.text(scale.end) : "1",
      "grid": isRising || !axis.isEmpty ? "" : scale.ticks.map { "M\(Scale.text($0)) 0V1" }.joined(),
      "rows": rows.map { row in
        [
          "label": row.label, "told": row.told,
          "bars": row.marks.compactMap { mark -> [String: any Sendable]? in
            guard case .bar(let width, let step) = mark else { return nil }
            return ["width": width, "step": Self.step(step)]
          },
          "fields": row.marks.compactMap { mark -> [String: any Sendable]? in
            guard case .field(let place, let step) = mark else { return nil }
            return ["place": String(place), "step": Self.step(step)]
          },
          "ranges": row.marks.compactMap { mark -> String? in
            guard case .point(_, let range?) = mark else { return nil }
            return "M\(Scale.text(range.low)) .5H\(Scale.text(range.high))"
          },
          "points": row.marks.flatMap { mark -> [String] in
            switch mark {
            case .bar, .field: []
            case .point(let x, _): ["M\(x) .5h0"]
            case .line(let points): points.map { "M\(Scale.text($0.x)) \(rising($0.y))h0" }
            }
          },
          "lines": row.marks.compactMap { mark -> String? in
            guard case .line(let points) = mark, points.count > 1 else { return nil }
            return "M" + points.map { "\(Scale.text($0.x)) \(rising($0.y))" }.joined(separator: "L")
          },
        ] as [String: any Sendable]
      },
    ]
  }

  /// The steps of colour that the page has; further bars share the last.
  private static func step(_ step: Int) -> String { String(min(step, 6)) }

  /// Where a figure stands in a picture whose lines are counted from above.
  private func rising(_ figure: String) -> String { Scale.text(scale.end - (Double(figure) ?? 0)) }
}
