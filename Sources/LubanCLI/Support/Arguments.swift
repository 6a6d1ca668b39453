import ArgumentParser
import Luban

/// A type whose values have names that help lists, and a shell completes.
protocol ListedArgument: ExpressibleByArgument {}

extension ListedArgument {
  /// The names.
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

extension Day: ExpressibleByArgument {
  /// Reads it as people type it.
  public init?(argument: String) {
    guard let day = argument == "today" ? .today : TypedDays.day(argument) else { return nil }
    self = day
  }

  /// Help that says the same every day.
  public var defaultValueDescription: String { self == .today ? "today" : description }
}

extension Code: ExpressibleByArgument {
  /// Reads it as people type it.
  public init?(argument: String) { self.init(argument) }

  /// The codes that there are.
  public static var defaultCompletionKind: CompletionKind { Completing.codes(Noun.codes) }
}

extension CohortStatus: WordedArgument {}

extension EnrollmentState: WordedArgument {}

extension StudentReference: ExpressibleByArgument {
  /// Reads it as people type it.
  public init?(argument: String) { self.init(argument) }

  /// The numbers that there are.
  public static var defaultCompletionKind: CompletionKind { Completing.students }
}

extension PartialDate: ExpressibleByArgument {
  /// Reads it as people type it.
  public init?(argument: String) {
    guard let date = Self(argument) ?? TypedDays.day(argument).map(Self.init(_:)) else { return nil }
    self = date
  }
}

/// So many days, as in `90d`, `12w`; a bare number is days.
struct DayCount: ExpressibleByArgument {
  let days: Int

  init?(argument: String) {
    let units: [Character: Int] = ["d": 1, "w": 7, "m": 30, "y": 365]
    let unit = argument.last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? argument[...] : argument.dropLast()), (0...36_500).contains(number)
    else { return nil }
    days = number * (unit ?? 1)
  }
}

extension Duration: @retroactive ExpressibleByArgument {
  /// Reads `500ms`, `30s`, `5m`, `2h`, `90d`, up to a hundred years; a bare number is seconds.
  public init?(argument: String) {
    let units: [(String, Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86400), ("", 1)]
    for (unit, seconds) in units where argument.hasSuffix(unit) {
      guard let number = Double(argument.dropLast(unit.count)), (0...3.2e9).contains(number * seconds) else {
        return nil
      }
      self = .milliseconds(Int(number * seconds * 1000))
      return
    }
    return nil
  }
}

extension LanguageLevel: ExpressibleByArgument {
  /// Reads `framework:level`, or a level as lists write it: the database knows of which frameworks it may be.
  public init?(argument: String) {
    if argument.isEmpty { return nil }
    self = Self(argument) ?? LanguageLevel(framework: "", level: argument)
  }
}

extension DateOrder: ExpressibleByArgument {
  /// Reads it as people name it.
  public init?(argument: String) { self.init(named: argument) }
}
