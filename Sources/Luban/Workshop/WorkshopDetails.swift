/// A part that a partner takes, or no longer takes, in a workshop.
public struct NamedRole: Sendable, Hashable {
  /// The part.
  public var role: WorkshopRoleKind
  /// The partner.
  public var partner: PartnerCode

  /// A part of a partner.
  public init(_ role: WorkshopRoleKind, _ partner: PartnerCode) {
    self.role = role
    self.partner = partner
  }
}

/// What may be said of a workshop; a new one has titles.
public struct WorkshopDetails: Details {
  /// What a workshop can be without.
  public enum Clearable: String, Sendable, CaseIterable, Codable {
    case city, note
    case timeZone = "time-zone"
  }

  /// Titles to be set; those in other languages stay.
  public var titles: Titles = [:]
  /// Languages whose title is dropped.
  public var droppedTitles: [String] = []
  /// City of the main site.
  public var city: NamedCity?
  /// Time zone of the school, as in `Asia/Tashkent`.
  public var timeZone: String?
  /// Whether it teaches yet; a new one is in preparation where `nil`.
  public var status: WorkshopStatus?
  /// Whether the Chinese lead is a Tianjin college; of a new one it is where `nil`.
  public var isLedFromTianjin: Bool?
  /// Free remark.
  public var note: String?
  /// Parts that begin: in a new workshop with it, else on ``day``.
  public var newRoles: [NamedRole] = []
  /// Parts that end on ``day``, the first day no longer in them.
  public var endedRoles: [NamedRole] = []
  /// Parts that were entered by mistake: the latest of that name is removed, as if it had never been.
  public var droppedRoles: [NamedRole] = []
  /// The day on which parts begin and end; today where `nil`.
  public var day: Day?
  /// Milestones to be added.
  public var milestones: [WorkshopMilestone] = []
  /// Milestones that were wrong and are removed.
  public var droppedMilestones: [WorkshopMilestone] = []
  /// What is to be emptied.
  public var cleared: Set<Clearable> = []

  /// Nothing said yet.
  public init() {}
}

/// What listing workshops can be narrowed to.
public struct WorkshopFilter: Sendable, Hashable {
  /// In a country, by its two letters.
  public var country: String?
  /// In a status.
  public var status: WorkshopStatus?
  /// In which this partner takes part.
  public var partner: PartnerCode?
  /// Led from Tianjin, or not.
  public var isLedFromTianjin: Bool?
  /// With an agreement in force that covers it, or without one.
  public var hasAgreement: Bool?
  /// With this text in its code or in any of its titles; case and accents do not matter.
  public var search: String?

  /// All workshops.
  public init() {}
}
