import Postgres

/// Places that an enterprise offers.
public struct PlacementOffer: Sendable, Codable, Hashable {
  /// Its code, unique within the workshop.
  public let code: OfferCode
  /// The workshop.
  public let workshop: WorkshopCode
  /// The enterprise.
  public let partner: PartnerCode
  /// The work.
  public let title: String
  /// Placement course it is for, if for one.
  public let course: CourseCode?
  /// Places offered.
  public let places: Int
  /// Places taken.
  public let placesTaken: Int
  /// First day.
  public let beginsOn: Day
  /// Last day.
  public let endsOn: Day
  /// Hours planned for each student.
  public let hours: Double
  /// Who looks after them at the enterprise.
  public let supervisor: String?
}

/// Code of an offer of places, `RAIL-2027`.
public typealias OfferCode = Code<PlacementOffer>

/// An offer of places to be added.
public struct NewPlacementOffer: Sendable {
  /// Its code, unique within the workshop.
  public var code: OfferCode
  /// The workshop.
  public var workshop: WorkshopCode
  /// The enterprise.
  public var partner: PartnerCode
  /// The work.
  public var title: String
  /// Placement course it is for, if for one.
  public var course: CourseCode?
  /// Places offered.
  public var places: Int
  /// First day.
  public var beginsOn: Day
  /// Last day.
  public var endsOn: Day
  /// Hours planned for each student.
  public var hours: Double
  /// Who looks after them at the enterprise.
  public var supervisor: String?

  /// An offer of places to be added.
  public init(
    code: OfferCode, workshop: WorkshopCode, partner: PartnerCode, title: String, places: Int,
    beginsOn: Day, endsOn: Day, hours: Double, course: CourseCode? = nil, supervisor: String? = nil
  ) {
    self.code = code
    self.workshop = workshop
    self.partner = partner
    self.title = title
    self.course = course
    self.places = places
    self.beginsOn = beginsOn
    self.endsOn = endsOn
    self.hours = hours
    self.supervisor = supervisor
  }
}

/// What to change of an offer; `nil` leaves it.
public struct PlacementOfferChanges: Sendable {
  /// The work.
  public var title: String?
  /// Places offered.
  public var places: Int?
  /// First day.
  public var beginsOn: Day?
  /// Last day.
  public var endsOn: Day?
  /// Hours planned for each student.
  public var hours: Double?
  /// Who looks after them at the enterprise.
  public var supervisor: String?

  /// Nothing to change yet.
  public init() {}
}
