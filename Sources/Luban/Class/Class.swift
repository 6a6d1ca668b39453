/// One course taught to one cohort.
public struct Class: Sendable, Hashable, Codable {
  /// Cohort and course.
  public let code: ClassCode
  /// Title of the course in English, or in the first language there is.
  public let title: String
  /// Term in which it is taught.
  public let term: Int
  /// First day.
  public let from: Day
  /// Last day.
  public let to: Day
  /// Who teaches it.
  public let instructor: InstructorCode?
  /// Their name.
  public let instructorName: String?
  /// Where it meets.
  public let room: String?
  /// Hours that the course has in the catalog.
  public let courseHours: Double
  /// Its sessions.
  public let sessions: SessionFigures
}

/// Sessions of a class, counted.
public struct SessionFigures: Sendable, Hashable, Codable {
  /// Those that take place.
  public let count: Int
  /// Hours of these.
  public let hours: Double
  /// Those that were cancelled.
  public let cancelled: Int
  /// Day of the first that takes place.
  public let firstOn: Day?
  /// Day of the last.
  public let lastOn: Day?
}

/// What may be said of a class.
public struct ClassDetails: Details {
  /// What a class can be without.
  public enum Clearable: String, Sendable, CaseIterable, Codable { case instructor, room }

  /// Term; of a new one that of the curriculum where `nil`.
  public var term: Int?
  /// First day; of a new one that of the cohort where `nil`.
  public var from: Day?
  /// Last day; of a new one that of the cohort where `nil`.
  public var to: Day?
  /// Who teaches it.
  public var instructor: InstructorCode?
  /// Where it meets.
  public var room: String?
  /// What is to be emptied.
  public var cleared: Set<Clearable> = []

  /// Nothing said yet.
  public init() {}
}

/// The classes of a term, made from the curriculum.
public struct ClassPlan: Sendable, Hashable, Codable {
  /// A class of the term.
  public struct Entry: Sendable, Hashable, Codable {
    /// The course.
    public let course: CourseCode
    /// Its title in English, or in the first language there is.
    public let title: String
    /// First day.
    public let from: Day
    /// Last day.
    public let to: Day
    /// Whether it was made now; otherwise it was there, and is as it was.
    public let isNew: Bool
  }

  /// The cohort.
  public let cohort: CohortCode
  /// The term.
  public let term: Int
  /// Its classes, by first day and course.
  public let classes: [Entry]
  /// Whether all of it was undone again.
  public let isDryRun: Bool
}
