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

/// What may be said of an offer of places; a new one has partner, work, places, days and hours.
public struct PlacementOfferDetails: Details {
  /// The enterprise, which stays.
  public var partner: PartnerCode?
  /// The work.
  public var title: String?
  /// Placement course it is for, if for one; it stays.
  public var course: CourseCode?
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

  /// Nothing said yet.
  public init() {}
}
