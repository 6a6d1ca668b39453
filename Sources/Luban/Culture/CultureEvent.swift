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

/// What may be said of a culture event; a new one has title, first day and hours.
public struct CultureEventDetails: Details {
  /// What can be emptied.
  public enum Clearable: String, Sendable, CaseIterable {
    case place, module
  }

  /// Theme; of a new one that of the module where `nil`.
  public var theme: String?
  /// What it is.
  public var title: String?
  /// Where.
  public var place: String?
  /// First day; alone it moves an event of one day.
  public var beginsOn: Day?
  /// Last day; of a new one the first where `nil`.
  public var endsOn: Day?
  /// Hours it counts for those who take part in all of it.
  public var hours: Double?
  /// Culture module it counts for, if for one.
  public var module: CourseCode?
  /// What is to be emptied.
  public var cleared: Set<Clearable> = []

  /// Nothing said yet.
  public init() {}
}
