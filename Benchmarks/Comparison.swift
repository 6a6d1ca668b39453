/// A command beside the floor it is measured against.
struct Comparison {
  /// What is measured.
  let name: String
  /// Lines of the file, for an import of new people.
  var size: Int?
  /// Seconds of each run.
  let own: [Double]
  /// Seconds of each run of the floor, as many; none where there is no floor.
  var floor: [Double] = []
  /// Most memory that Luban's own process held in any run, in bytes; zero where it was not looked at.
  var peakMemory = 0
  /// At most so many times the floor; `nil` where there is no such goal.
  var goal: Double?
  /// What the figures should be read with.
  var note = ""

  /// The middle one of the ratios, pair by pair; `nil` without a floor.
  var ratio: Double? {
    floor.isEmpty ? nil : Self.median(zip(own, floor).map { $0 / $1 })
  }

  /// The middle one, or the mean of the two in the middle.
  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}

/// Takes a comparison as soon as it is made: a run of all takes an hour, and what it has found is kept if it fails.
typealias Tell = (Comparison) -> Void

extension Comparison {
  /// Runs a command and its floor in turn, so that a machine that slows down slows both.
  ///
  /// - Parameter prepare: done before each pair, and not timed.
  init(
    _ name: String, size: Int? = nil, runs: Int, goal: Double? = nil, own: Trial, floor: Trial? = nil,
    prepare: () throws -> Void = {}
  ) throws {
    var (ownSeconds, floorSeconds, memory): ([Double], [Double], Int) = ([], [], 0)
    for _ in 0..<runs {
      try prepare()
      let cost = try own.run()
      ownSeconds.append(cost.seconds)
      memory = max(memory, cost.peakMemory)
      if let floor { floorSeconds.append(try floor.run().seconds) }
    }
    self.init(name: name, size: size, own: ownSeconds, floor: floorSeconds, peakMemory: memory, goal: goal)
  }
}
