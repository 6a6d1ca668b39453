import Postgres

/// One unit of teaching in the catalog; language and culture modules are courses of their kind.
public struct Course: Sendable, Hashable, Codable {
  /// Its code, as in `LOG-210`.
  public let code: CourseCode
  /// What it is.
  public let kind: CourseKind
  /// Its title by language.
  public let titles: Titles
  /// Hours of theory.
  public let theory: Double
  /// Hours of practice.
  public let practice: Double
  /// Credits, where the host counts them.
  public let credits: Double?
  /// Language that a language module teaches.
  public let language: String?
  /// Level that a language module leads to.
  public let level: LanguageLevel?
  /// Theme of a culture module.
  public let theme: String?
  /// What must be passed before it.
  public let requires: [CourseCode]
  /// What it must be passed before.
  public let requiredBy: [CourseCode]
  /// The courses that it supports as a module.
  public let supports: [CourseCode]
  /// The modules that support it.
  public let supportedBy: [CourseCode]
  /// The curricula it stands in.
  public let curricula: [Place]
  /// Day from which it enters no curriculum any more.
  public let retiredOn: Day?
  /// Why it was retired.
  public let retireReason: String?

  /// Where a course stands in a curriculum.
  public struct Place: Sendable, Hashable, Codable {
    /// The program.
    public let program: ProgramCode
    /// The edition of the program.
    public let edition: String
    /// The term, from 1.
    public let term: Int
    /// The group it can be chosen from; `nil` where it is required.
    public let electiveGroup: String?
  }
}

/// What a course is.
public enum CourseKind: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case technical, language, culture, placement
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// What may be said of a course or module; a new one has titles and hours.
public struct CourseDetails: Details {
  /// What a new one is, technical where `nil`; it stays.
  public var kind: CourseKind?
  /// Titles to be set; those in other languages stay.
  public var titles: Titles = [:]
  /// Languages whose title is dropped.
  public var droppedTitles: [String] = []
  /// Hours of theory.
  public var theory: Double?
  /// Hours of practice.
  public var practice: Double?
  /// Credits.
  public var credits: Double?
  /// Prerequisites to be added.
  public var requires: [CourseCode] = []
  /// Prerequisites to be dropped.
  public var noLongerRequires: [CourseCode] = []
  /// Courses that a module is to support.
  public var supports: [CourseCode] = []
  /// Courses that a module is no longer to support.
  public var noLongerSupports: [CourseCode] = []

  /// Nothing said yet.
  public init() {}
}

/// Which courses, by whether they were retired.
public enum Retirement: String, Sendable, CaseIterable, Codable {
  /// Those that can enter a curriculum.
  case current
  /// Those that were retired.
  case retired
  /// Both.
  case all
}
