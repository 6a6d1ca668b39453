import ArgumentParser

/// A word of the database that is typed with dashes: `degree-education` for `degree_education`.
///
/// Underscores are read as well.
protocol DashedArgument: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {}

extension DashedArgument {
  /// Reads the word with dashes or underscores.
  public init?(argument: String) { self.init(rawValue: String(argument.map { $0 == "-" ? "_" : $0 })) }

  /// As they are typed.
  public static var allValueStrings: [String] { allCases.map(\.words) }

  /// The same.
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
