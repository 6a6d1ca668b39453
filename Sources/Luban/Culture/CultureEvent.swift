import Postgres

/// Culture beside the classes: a calligraphy day, a company visit, a festival, a month in Tianjin.
public struct CultureEvent: Sendable, Codable, Hashable {
  /// Its code, unique within the workshop.
  public let code: EventCode
  /// The workshop.
  public let workshop: WorkshopCode
  /// Theme, as in calligraphy; the list is open.
  public let theme: String
  /// What it is.
  public let title: String
  /// Where.
  public let place: String?
  /// First day.
  public let beginsOn: Day
  /// Last day.
  public let endsOn: Day
  /// Hours it counts for those who took part in all of it.
  public let hours: Double
  /// Culture module it counts for, if for one.
  public let module: CourseCode?
  /// Who took part, by cohort and number.
  public let participants: [Participant]

  /// A student who took part.
  public struct Participant: Sendable, Codable, Hashable {
    /// The student.
    public let student: StudentNumber
    /// The student's name.
    public let name: String
    /// The cohort for whose culture hours it counts.
    public let cohort: CohortCode
    /// Hours.
    public let hours: Double
    /// Reason of the latest correction.
    public let note: String?
  }
}

/// Code of a culture event, `CAL-2026`.
public typealias EventCode = Code<CultureEvent>

/// A culture event to be added.
public struct NewCultureEvent: Sendable {
  /// Its code, unique within the workshop.
  public var code: EventCode
  /// The workshop.
  public var workshop: WorkshopCode
  /// Theme; that of the module where `nil`.
  public var theme: String?
  /// What it is.
  public var title: String
  /// Where.
  public var place: String?
  /// First day.
  public var beginsOn: Day
  /// Last day; the first one where `nil`.
  public var endsOn: Day?
  /// Hours it counts for those who take part in all of it.
  public var hours: Double
  /// Culture module it counts for, if for one.
  public var module: CourseCode?

  /// A culture event to be added.
  public init(
    code: EventCode, workshop: WorkshopCode, theme: String? = nil, title: String, place: String? = nil,
    beginsOn: Day, endsOn: Day? = nil, hours: Double, module: CourseCode? = nil
  ) {
    self.code = code
    self.workshop = workshop
    self.theme = theme
    self.title = title
    self.place = place
    self.beginsOn = beginsOn
    self.endsOn = endsOn
    self.hours = hours
    self.module = module
  }
}

/// What to change of a culture event; `nil` leaves it.
public struct CultureEventChanges: Sendable {
  /// What can be emptied.
  public enum Clearable: String, Sendable, CaseIterable {
    case place, module
  }

  /// Theme.
  public var theme: String?
  /// What it is.
  public var title: String?
  /// Where.
  public var place: String?
  /// First day.
  public var beginsOn: Day?
  /// Last day.
  public var endsOn: Day?
  /// Hours.
  public var hours: Double?
  /// Culture module it counts for.
  public var module: CourseCode?
  /// What is to be emptied.
  public var cleared: Set<Clearable> = []

  /// Nothing to change yet.
  public init() {}
}
