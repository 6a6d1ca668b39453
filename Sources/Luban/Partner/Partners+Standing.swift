import Postgres

/// A partner whose partnership is not active: a prospect, suspended or ended.
public struct PartnerStanding: Sendable, Hashable, Codable {
  /// The partner.
  public let code: PartnerCode
  /// Where the partnership stands.
  public let status: PartnerStatus
}

/// Which partners are looked at.
public enum PartnerCircle: Sendable, Hashable {
  /// Those named.
  case named([PartnerCode])
  /// All that take part in a workshop today.
  case workshop(WorkshopCode)
  /// Those that award these credentials.
  case awarding([CredentialSerial])
}

extension Partners {
  /// Those of a circle whose partnership is not active today, by code: what whoever signs, opens or awards
  /// with them should hear.
  public func inactive(among circle: PartnerCircle) async throws -> [PartnerStanding] {
    try await office.read { tx in
      try tx.rows(
        """
        select p.code, p.status from partner p
        where p.status <> 'active' and \(fragment: circle.condition) order by p.code
        """, of: PartnerStanding.self)
    }
  }
}

extension PartnerCircle {
  fileprivate var condition: SQL {
    switch self {
    case .named(let codes): "p.code = any (\(codes.map(\.rawValue)))"
    case .workshop(let code):
      """
      exists (select from workshop_role r join workshop w on w.id = r.workshop_id
        where r.partner_id = p.id and w.code = \(code) and today(w.id) >= r.since and today(w.id) < r.until)
      """
    case .awarding(let serials):
      "p.id in (select k.partner_id from credential k where k.serial = any (\(serials.map(\.rawValue))))"
    }
  }
}
