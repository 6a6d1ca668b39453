/// A language or culture module: a course, with what is known of the level it leads to.
public struct Module: Sendable, Hashable, Codable {
  /// The course that it is.
  public let course: Course
  /// The level that a language module leads to, if it leads to one.
  public let target: LevelRule?
}

/// How a level of a framework is reached, and where that is said.
public struct LevelRule: Sendable, Hashable, Codable {
  /// The level.
  public let level: LanguageLevel
  /// Name of the framework with its version.
  public let framework: String
  /// Points needed to pass; `nil` where no rule is published.
  public let passScore: Int?
  /// Most points; `nil` where no scale is published.
  public let maxScore: Int?
  /// Words to be known in all.
  public let vocabulary: Int?
  /// CEFR level by the publisher's claim.
  public let cefrClaimed: String?
  /// How sure this is: high, medium, low.
  public let confidence: String
  /// Where it is said.
  public let source: String?
}

/// A language or culture module to be added.
public struct NewModule: Sendable {
  /// Its code.
  public var code: CourseCode
  /// The language it teaches; that of the level's framework where `nil`.
  public var language: String?
  /// The level it leads to.
  public var level: LanguageLevel?
  /// Its theme, which makes it a culture module.
  public var theme: String?
  /// Its titles; an English one by theme, or language and level, where there is none.
  public var titles: Titles
  /// Hours in all; of practice, but for those of theory.
  public var hours: Double
  /// Hours of theory among them.
  public var theory: Double
  /// Credits.
  public var credits: Double?
  /// What must be passed before it.
  public var requires: [CourseCode]
  /// The technical courses or placements it supports.
  public var supports: [CourseCode]

  /// A language module, to a level or not.
  public init(
    code: CourseCode, language: String? = nil, level: LanguageLevel? = nil, titles: Titles = [:],
    hours: Double,
    theory: Double = 0, credits: Double? = nil, requires: [CourseCode] = [], supports: [CourseCode] = []
  ) {
    self.code = code
    self.language = language
    self.level = level
    self.titles = titles
    self.hours = hours
    self.theory = theory
    self.credits = credits
    self.requires = requires
    self.supports = supports
  }

  /// A culture module.
  public init(
    code: CourseCode, theme: String, titles: Titles = [:], hours: Double, theory: Double = 0,
    credits: Double? = nil, requires: [CourseCode] = [], supports: [CourseCode] = []
  ) {
    self.init(
      code: code, titles: titles, hours: hours, theory: theory, credits: credits, requires: requires,
      supports: supports)
    self.theme = theme
  }
}
