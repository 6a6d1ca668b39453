/// An instructor to be added.
public struct NewInstructor: Sendable, Hashable {
  /// Partner and staff number.
  public var code: InstructorCode
  /// The workshop.
  public var workshop: WorkshopCode
  /// Name as they write it.
  public var name: String
  /// First day at the workshop.
  public var since: Day
  /// First day no longer at it; `nil` while no end is known.
  public var until: Day?
  /// Name in the passport.
  public var latinName: String?
  /// Chinese name.
  public var chineseName: String?
  /// E-mail address.
  public var email: String?
  /// Telephone number.
  public var phone: String?
  /// Courses for which they are certified from their first day on.
  public var courses: [CourseCode] = []

  /// An instructor to be added.
  public init(code: InstructorCode, workshop: WorkshopCode, name: String, since: Day = .today) {
    self.code = code
    self.workshop = workshop
    self.name = name
    self.since = since
  }
}

/// What to change of an instructor; `nil` leaves it.
public struct InstructorChanges: Sendable, Hashable {
  /// What an instructor can be without.
  public enum Clearable: String, Sendable, CaseIterable, Codable {
    case latinName = "latin"
    case chineseName = "chinese"
    case email, phone, until
  }

  /// Another number at the partner.
  public var number: String?
  /// Name as they write it.
  public var name: String?
  /// Name in the passport.
  public var latinName: String?
  /// Chinese name.
  public var chineseName: String?
  /// E-mail address.
  public var email: String?
  /// Telephone number.
  public var phone: String?
  /// First day at the workshop.
  public var since: Day?
  /// First day no longer at it.
  public var until: Day?
  /// What is to be emptied.
  public var cleared: Set<Clearable> = []

  /// Nothing to change yet.
  public init() {}
}

/// What listing instructors can be narrowed to.
public struct InstructorFilter: Sendable, Hashable {
  /// At a workshop.
  public var workshop: WorkshopCode?
  /// Of the staff of a partner.
  public var partner: PartnerCode?
  /// At the workshop on this day.
  public var on: Day?
  /// Certified for a course; on ``on``, else at any time.
  public var course: CourseCode?
  /// Only those who completed a training in the time looked at, or only those who did not.
  public var isTrained: Bool?
  /// First day of the time in which trainings are counted, by their last day.
  public var trainedFrom: Day?
  /// Last day of it.
  public var trainedTo: Day?
  /// As far as had been recorded by then; `nil` for all that is known.
  public var knownAt: KnownTime?

  /// All instructors.
  public init() {}
}
