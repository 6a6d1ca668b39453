/// A teacher of a partner, at a workshop.
public struct Instructor: Sendable, Hashable, Codable {
  /// Partner and staff number.
  public let code: InstructorCode
  /// The workshop.
  public let workshop: WorkshopCode
  /// Name as they write it.
  public let name: String
  /// Name in the passport.
  public let latinName: String?
  /// Chinese name.
  public let chineseName: String?
  /// E-mail address.
  public let email: String?
  /// Telephone number.
  public let phone: String?
  /// First day at the workshop.
  public let since: Day
  /// First day no longer at it; `nil` while no end is known.
  public let until: Day?
  /// What they may teach, by course and time.
  public let certifications: [Certification]
  /// The teacher training they had, the latest first.
  public let trainings: [Training]
  /// The classes they teach, the latest first.
  public let classes: [InstructorClass]
}

/// A course that an instructor may teach.
public struct Certification: Sendable, Hashable, Codable {
  /// The course.
  public let course: CourseCode
  /// Its title in English, or in the first language there is.
  public let title: String
  /// First day on which they may teach it.
  public let since: Day
  /// First day on which they may no longer; `nil` while no end is known.
  public let until: Day?
  /// Certificate or decision it rests on.
  public let certificate: String?
}

/// Teacher training: a purpose of a Luban Workshop of its own.
public struct Training: Sendable, Hashable, Codable {
  /// What it was.
  public var title: String
  /// First day.
  public var from: Day
  /// Last day.
  public var to: Day
  /// Hours of training.
  public var hours: Double
  /// The partner that gave it.
  public var givenBy: PartnerCode?
  /// Where it was held.
  public var place: String?
  /// Whether it was completed.
  public var isCompleted: Bool

  /// A training, completed unless told otherwise.
  public init(
    title: String, from: Day, to: Day, hours: Double, givenBy: PartnerCode? = nil, place: String? = nil,
    isCompleted: Bool = true
  ) {
    self.title = title
    self.from = from
    self.to = to
    self.hours = hours
    self.givenBy = givenBy
    self.place = place
    self.isCompleted = isCompleted
  }
}

/// A class that an instructor teaches.
public struct InstructorClass: Sendable, Hashable, Codable {
  /// Cohort and course.
  public let code: ClassCode
  /// First day.
  public let from: Day
  /// Last day.
  public let to: Day
  /// Sessions that take place.
  public let sessions: Int
}
