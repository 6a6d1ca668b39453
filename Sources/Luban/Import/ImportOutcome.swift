import Tabular

/// What came of an import.
public struct ImportOutcome: Sendable, Codable, Hashable {
  /// Numbers of what was kept, one for each workshop that the file touched, by workshop.
  public var batches: [BatchNumber] = []
  /// Lines of data, blank ones too.
  public var lines = 0
  /// Blank lines.
  public var blank = 0
  /// Lines refused.
  public var refused = 0
  /// Cells refused, of a sheet with a column a day, where the records below are cells; of a line that is
  /// refused as a whole, all that are filled in.
  public var refusedCells: Int?
  /// Records made; of files with people, lines that brought something new.
  public var created = 0
  /// Records changed; of files with people, lines that changed a person and brought nothing new.
  public var changed = 0
  /// Records known already that stay as they are, most often a line each.
  public var unchanged = 0
  /// Persons entered.
  public var peopleCreated = 0
  /// Persons changed.
  public var peopleChanged = 0
  /// Enrollments made that have only been applied for.
  public var applied = 0
  /// Enrollments made of the admitted.
  public var admitted = 0
  /// Enrollments made of the enrolled.
  public var enrolled = 0
  /// Enrollments made on the waitlist.
  public var waitlisted = 0
  /// Whether it was kept: neither a dry run nor refused as a whole.
  public var isKept = false
  /// What is wrong, by column and rule, most frequent first.
  public var problems: [ImportProblem] = []
  /// What is noted of lines that were taken, most frequent first.
  public var notes: [ImportNote] = []
  /// Fields changed of what was known, by column.
  public var changedFields: [String: Int] = [:]
  /// Columns of the file that nothing stands for.
  public var ignoredColumns: [String] = []
  /// Those of them that may mean a column which the file does not have.
  public var unknownHeaders: [UnknownHeader] = []
  /// Values that no word stands for, as options that say what they mean: `nationality:Узб=UZ`.
  public var unknownValues: [UnknownValue] = []
  /// What is there and not in the file, where its form tells that; taken away where that was asked for.
  public var leftOut: [String] = []
  /// Lines that differ from what is known, in a file that was not asked to update.
  public var differingLines = 0
}

extension ImportOutcome {
  /// Records that the lines taken are about.
  public var taken: Int { created + changed + unchanged }

  /// Cells filled in, of a sheet with a column a day.
  public var cells: Int? { refusedCells.map { taken + $0 } }
}

/// A value in a column of words that means nothing, and what it may mean.
public struct UnknownValue: Sendable, Codable, Hashable {
  /// The column.
  public let column: String
  /// The value as it stands in the file.
  public let value: String
  /// The word it begins or resembles, where that is one.
  public let meaning: String?
}

/// What is noted of lines that are taken all the same.
public struct ImportNote: Sendable, Codable, Hashable {
  /// What it is.
  public let note: String
  /// Of how many lines; 0 of the file as a whole.
  public let count: Int
  /// The first of these lines, at most three.
  public let lines: [Int]
  /// What stands in these lines.
  public let values: [String?]
  /// The cells of these lines, as in `Students!D17`, where the file is a workbook.
  public var cells: [String]?
}

/// A rule that lines of a file break.
public struct ImportProblem: Sendable, Codable, Hashable {
  /// Column it is in; empty where the line as a whole is meant.
  public let column: String?
  /// Name of the rule.
  public let rule: String
  /// The rule as a sentence.
  public let sentence: String
  /// How to mend it, in words that are true for every front.
  public let wayOut: String
  /// What helps.
  public let actions: [Action]
  /// How many lines break it.
  public let count: Int
  /// The first of these lines, at most five.
  public let lines: [Int]
  /// The values that stand in these lines.
  public let values: [String?]
  /// The first different values, at most three, each with the first line it stands in.
  public let samples: [Sample]
  /// How many different values there are.
  public let kinds: Int
  /// The cells of these lines, as in `Students!D17`, where the file is a workbook.
  public var cells: [String]?

  /// A value, and the first line in which it stands.
  public struct Sample: Sendable, Codable, Hashable {
    /// The value.
    public let value: String
    /// The line.
    public let line: Int
  }
}
