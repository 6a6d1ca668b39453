/// A contact to be added to a partner, with an e-mail address or a telephone number.
public struct NewContact: Sendable, Hashable {
  /// Name of the person.
  public var name: String
  /// What they do there.
  public var position: String?
  /// E-mail address.
  public var email: String?
  /// Telephone number.
  public var phone: String?

  /// A contact to be added.
  public init(name: String, position: String? = nil, email: String? = nil, phone: String? = nil) {
    self.name = name
    self.position = position
    self.email = email
    self.phone = phone
  }
}

/// What may be said of a partner; a new one has kind, country and a name.
public struct PartnerDetails: Details {
  /// What a changed name means for the one before it.
  public enum Renaming: Sendable, Hashable {
    /// It is called so from that day on; the former name is kept.
    case since(Day)
    /// The name was wrong, and is replaced.
    case correction
  }

  /// What a partner can be without.
  public enum Clearable: String, Sendable, CaseIterable, Codable {
    case city, website, note
  }

  /// Another code.
  public var code: PartnerCode?
  /// What sort of partner it is.
  public var kind: PartnerKind?
  /// Its country, by two letters.
  public var country: String?
  /// The city it stands in.
  public var city: NamedCity?
  /// Names to be set; those in other languages stay.
  public var names: Titles = [:]
  /// Languages in which it has no name any more.
  public var droppedNames: [String] = []
  /// Whether names changed or were wrong.
  public var renaming = Renaming.since(.today)
  /// Web address.
  public var website: String?
  /// Free remark.
  public var note: String?
  /// What is to be emptied.
  public var cleared: Set<Clearable> = []

  /// Nothing said yet.
  public init() {}

  var renamedSince: Day? {
    if case .since(let day) = renaming { day } else { nil }
  }
}

/// What listing partners can be narrowed to.
public struct PartnerFilter: Sendable, Hashable {
  /// Of a country, by its two letters.
  public var country: String?
  /// Of this sort.
  public var kind: PartnerKind?
  /// In this standing.
  public var status: PartnerStatus?
  /// With a part in this workshop.
  public var workshop: WorkshopCode?
  /// With this part: in the workshop, if one is named.
  public var role: WorkshopRoleKind?
  /// With this text in its code or in any of its names, former ones too; case and accents do not matter.
  public var search: String?

  /// All partners.
  public init() {}
}
