import Postgres

/// An edition of a program in one line.
public struct EditionSummary: Sendable, Hashable, Codable {
  /// Its label, as in `2026`.
  public let edition: String
  /// Its title in English, or in the first language there is.
  public let title: String
  /// Degree education, short-term training or teacher training.
  public let mode: ProgramMode
  /// Nominal duration in months.
  public let months: Int
  /// How many courses stand in its curriculum.
  public let courses: Int
  /// Hours of its required courses.
  public let hours: Double
  /// How many cohorts take it.
  public let cohorts: Int
  /// Whether a cohort was opened on it, which freezes it.
  public let isFrozen: Bool
}

/// A program as taught from some year on; frozen once a cohort was opened on it.
public struct ProgramEdition: Sendable, Hashable, Codable {
  /// The program.
  public let program: ProgramCode
  /// Its label, as in `2026`.
  public let edition: String
  /// Its title by language.
  public let titles: Titles
  /// Degree education, short-term training or teacher training.
  public let mode: ProgramMode
  /// Field of study, by its ISCED-F 2013 code.
  public let field: String
  /// What the field is called.
  public let fieldTitle: String
  /// Level, ISCED 2011.
  public let level: Int
  /// What the level is called.
  public let levelTitle: String
  /// Nominal duration in months.
  public let months: Int
  /// Least age in years on the day of application.
  public let minimumAge: Int?
  /// Least schooling at entry, ISCED 2011.
  public let minimumSchooling: Int?
  /// Language level required at entry.
  public let entryLevel: LanguageLevel?
  /// Program that must have been completed before.
  public let requiredProgram: ProgramCode?
  /// Whether a cohort was opened on it, which freezes it.
  public let isFrozen: Bool
  /// The cohorts that take it.
  public let cohorts: [CohortCode]
  /// Its stages, in their order.
  public let stages: [ProgramStage]
  /// The certificates it leads to.
  public let certificates: [ProgramCertificate]
  /// The groups of electives.
  public let electives: [ElectiveGroup]
  /// The curriculum, by term and code.
  public let curriculum: [CurriculumItem]
  /// Hours of the required courses.
  public let hours: CurriculumHours
  /// What is asked of those who complete it, beside the curriculum; `nil` where no rule is stated.
  public let rule: CompletionRule?
  /// What was amended of it since a cohort was opened on it, latest first.
  public let amendments: [AmendedText]
}

/// A course's place in the curriculum of an edition.
public struct CurriculumItem: Sendable, Hashable, Codable {
  /// The course.
  public let course: CourseCode
  /// Its title in English, or in the first language there is.
  public let title: String
  /// What it is.
  public let kind: CourseKind
  /// Term in which it is taught, from 1.
  public let term: Int
  /// Hours of theory.
  public let theory: Double
  /// Hours of practice.
  public let practice: Double
  /// Credits.
  public let credits: Double?
  /// Group it can be chosen from; `nil` where it is required.
  public let electiveGroup: String?
  /// Weight in the average of marks.
  public let weight: Double
  /// Scale of its marks; `nil` for that of the rule of completion.
  public let scale: String?
}

/// Courses of which some must be chosen.
public struct ElectiveGroup: Sendable, Hashable, Codable {
  /// Its code.
  public let code: String
  /// Credits that must come from it.
  public let minimumCredits: Double
  /// Credits that its courses have together.
  public let offeredCredits: Double
}

/// Hours of the required courses: theory and practice of the trade, and language and culture beside it.
public struct CurriculumHours: Sendable, Hashable, Codable {
  /// Hours of theory.
  public let theory: Double
  /// Hours of practice.
  public let practice: Double
  /// Hours of language modules.
  public let language: Double
  /// Hours of culture modules.
  public let culture: Double
  /// All hours.
  public let total: Double
}

/// A course to be put into a curriculum.
public struct NewCurriculumItem: Sendable {
  /// The course or module.
  public var course: CourseCode
  /// Term in which it is taught, from 1.
  public var term: Int
  /// Group it can be chosen from; `nil` where it is required.
  public var electiveGroup: String?
  /// Credits that must come from the group; needed when its first course is added.
  public var minimumCredits: Double?
  /// Weight in the average of marks.
  public var weight: Double
  /// Scale of its marks; `nil` for that of the rule of completion.
  public var scale: String?

  /// A course to be put into a curriculum.
  public init(
    course: CourseCode, term: Int, electiveGroup: String? = nil, minimumCredits: Double? = nil,
    weight: Double = 1, scale: String? = nil
  ) {
    self.course = course
    self.term = term
    self.electiveGroup = electiveGroup
    self.minimumCredits = minimumCredits
    self.weight = weight
    self.scale = scale
  }
}

/// What became of making a new edition from another one.
public struct EditionCopy: Sendable, Hashable, Codable {
  /// The edition it was made from.
  public let from: String
  /// The new edition.
  public let edition: ProgramEdition
  /// Courses that were left out because they are retired.
  public let leftOut: [CourseCode]
}
