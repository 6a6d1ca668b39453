import Postgres
import Proof

/// Public keys of awarding bodies; the private ones are in files of those who sign.
public struct SignatureKeys: Sendable {
  let office: Office

  /// Keeps the public half of a key, with which an awarding body signs from today on.
  ///
  /// - Parameter address: where keys and revocations are published, as it is printed on certificates.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown partner.
  @discardableResult
  public func add(_ key: PublicKey, of body: PartnerCode, address: String? = nil) async throws
    -> SignatureKey
  {
    try await office.perform("credential key make") { tx in
      let partner = try tx.id(ofPartner: body)
      // Whoever makes another key of the body at this moment waits, and counts on from this one.
      try tx.execute("select from partner where id = \(partner) for no key update")
      let id = try tx.one(
        """
        insert into signature_key (partner_id, number, public_key, address)
        select \(partner), coalesce(max(number), 0) + 1, \(key.base64), \(address)
        from signature_key where partner_id = \(partner)
        returning id
        """, as: Int.self)
      return try tx.signatureKey(id)
    }
  }

  /// Retires a key: it signs nothing any more, and what it signed stays good.
  ///
  /// - Parameter day: its last day, not before its last signature.
  @discardableResult
  public func retire(_ code: SignatureKeyCode, on day: Day = .today, reason: String) async throws
    -> SignatureKey
  {
    try await end("credential key retire", code, on: day) { day in
      [Assignment("retired_on", day), Assignment("reason", reason)]
    }
  }

  /// Says that others may have a private key: of what it signed only that stays good which was signed before
  /// that day, and for which the published list vouches.
  @discardableResult
  public func compromise(_ code: SignatureKeyCode, on day: Day = .today, reason: String) async throws
    -> SignatureKey
  {
    try await end("credential key compromised", code, on: day) { day in
      [Assignment("compromised_on", day), Assignment("reason", reason)]
    }
  }

  private func end(
    _ command: String, _ code: SignatureKeyCode, on day: Day, _ changes: @Sendable (Day) -> [Assignment]
  ) async throws -> SignatureKey {
    try await office.perform(command) { tx in
      let id = try tx.id(of: code)
      // As signatures count days: a key that was lost today did not sign yesterday, wherever it is tomorrow.
      let day = day == .today ? try tx.one("select (now() at time zone 'UTC')::date", as: Day.self) : day
      try tx.update("signature_key", changes(day), where: "id = \(id)")
      return try tx.signatureKey(id)
    }
  }

  /// Keys as a listing, by code.
  ///
  /// - Parameters:
  ///   - body: of an awarding body.
  ///   - status: with this status.
  public func list(body: PartnerCode? = nil, status: SignatureKey.Status? = nil) -> Listing {
    Listing(
      "signature_key",
      "key body fingerprint status* valid_from retired_on compromised_on signatures (reason address)",
      by: "key", where: [.equals("body", body), .equals("status", status?.rawValue)])
  }
}

extension Transaction {
  fileprivate func id(of code: SignatureKeyCode) throws -> Int {
    let found = try first(
      """
      select k.id from signature_key k join partner p on p.id = k.partner_id
      where p.code = \(code.body) and k.number = \(code.number)
      """, as: Int.self)
    guard let found else {
      throw try notFound(
        "key", code.description,
        among: """
          select shown_signature_key(p.code, k.number) from signature_key k
          join partner p on p.id = k.partner_id
          """)
    }
    return found
  }

  fileprivate func signatureKey(_ id: Int) throws -> SignatureKey {
    try one(
      """
      select l.* from signature_key k join list.signature_key l on l.fingerprint = k.fingerprint
      where k.id = \(id)
      """, of: SignatureKey.self)
  }

  /// The row of a key with which somebody is about to sign.
  ///
  /// - Throws: ``LubanError/ruleBroken(_:)`` for one that is retired or compromised,
  ///   ``LubanError/notFound(noun:code:nearest:)`` for one that nobody made here.
  func keyInUse(_ key: PublicKey) throws -> (id: Int, code: SignatureKeyCode, partner: Int) {
    let found: Int? = try one("select signature_key_in_use(\(key.fingerprint))") { try $0.decode(at: 0) }
    guard let id = found else {
      throw LubanError.notFound(noun: "key", code: key.fingerprint, nearest: [])
    }
    let (code, partner) = try one(
      """
      select shown_signature_key(p.code, k.number), p.id
      from signature_key k join partner p on p.id = k.partner_id where k.id = \(id)
      """, as: (SignatureKeyCode.self, Int.self))
    return (id, code, partner)
  }
}
