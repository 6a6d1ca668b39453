/// What may be said of an instructor; a new one has a name.
public struct InstructorDetails: Details {
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
  /// First day at the workshop; of a new one today where `nil`.
  public var since: Day?
  /// First day no longer at it; `nil` while no end is known.
  public var until: Day?
  /// What is to be emptied.
  public var cleared: Set<Clearable> = []

  /// Nothing said yet.
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
