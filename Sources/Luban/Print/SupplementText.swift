import Postgres

/// What a supplement asks for and no record holds, so that the awarding body says it in words.
public enum SupplementItem: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  /// The title in other languages.
  case title
  /// What the awarding body is by law: a state university, a licensed college.
  case status
  /// What graduates know and can do.
  case skills
  /// In which occupations they may work.
  case occupations
  /// To which further studies the certificate gives access.
  case studies
  /// Which regulated profession it opens.
  case profession
  /// The authority that recognizes the awarding body.
  case authority
  /// The law it is awarded by.
  case basis
  /// What more there is to say.
  case more
  /// Where more is found.
  case sources
  /// The national system of education.
  case system
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// A text of an awarding body, by language.
public struct SupplementText: Sendable, Hashable, Codable {
  /// The awarding body.
  public let partner: PartnerCode
  /// The program; `nil` for all that have no text of their own.
  public let program: ProgramCode?
  /// What it says.
  public let item: SupplementItem
  /// The text by language.
  public let texts: Titles
}

extension Credentials {
  /// What an awarding body says in its supplements, for all programs first.
  public func texts(of partner: PartnerCode) async throws -> [SupplementText] {
    try await office.read { tx in
      _ = try tx.id(ofPartner: partner)
      return try tx.supplementTexts(of: [partner])
    }
  }

  /// Sets what an awarding body says in supplements; in languages that are not named it stays.
  ///
  /// - Parameter program: the program; all that have no text of their own where `nil`.
  public func setText(
    _ item: SupplementItem, of partner: PartnerCode, program: ProgramCode? = nil, to texts: Titles
  ) async throws {
    _ = try await office.perform("credential text") { tx in
      let (partner, program) = (try tx.id(ofPartner: partner), try program.map { try tx.id(ofProgram: $0) })
      return try tx.execute(
        """
        insert into supplement_text (partner_id, program_id, item, texts)
        values (\(partner), \(program), \(item), \(texts))
        on conflict on constraint supplement_text_is_once_an_item do update
          set texts = supplement_text.texts || excluded.texts, recorded_at = now(), recorded_by = session_user
        """)
    }
  }

  /// Drops what an awarding body says in supplements of one thing.
  public func dropText(_ item: SupplementItem, of partner: PartnerCode, program: ProgramCode? = nil)
    async throws
  {
    _ = try await office.perform("credential text") { tx in
      let (partner, program) = (try tx.id(ofPartner: partner), try program.map { try tx.id(ofProgram: $0) })
      return try tx.execute(
        """
        delete from supplement_text
        where partner_id = \(partner) and program_id is not distinct from \(program) and item = \(item)
        """)
    }
  }
}

/// What awarding bodies say, and where they are asked for what they do not say.
struct AwardingWords: Sendable {
  private let texts: [PartnerCode: [SupplementText]]
  private let addresses: [PartnerCode: String]

  /// What is said of one thing: of the program itself, or else of all.
  func text(_ item: SupplementItem, of body: PartnerCode, program: String) -> Titles? {
    let said = (texts[body] ?? []).filter { $0.item == item }
    return (said.first { $0.program?.rawValue == program } ?? said.first { $0.program == nil })?.texts
  }

  /// Where a body is asked: its web address, or else how its first contact is reached.
  func address(of body: PartnerCode) -> String? { addresses[body] }

  init(_ texts: [SupplementText], _ addresses: [PartnerCode: String]) {
    self.texts = Dictionary(grouping: texts, by: \.partner)
    self.addresses = addresses
  }
}

extension Transaction {
  fileprivate func supplementTexts(of bodies: [PartnerCode]) throws -> [SupplementText] {
    try rows(
      """
      select i.code, p.code, t.item, t.texts from supplement_text t
      join partner i on i.id = t.partner_id left join program p on p.id = t.program_id
      where i.code = any (\(bodies.map(\.rawValue))) order by i.code, p.code nulls first, t.item
      """, as: (PartnerCode.self, ProgramCode?.self, SupplementItem.self, Titles.self)
    ).map { SupplementText(partner: $0.0, program: $0.1, item: $0.2, texts: $0.3) }
  }

  /// What is printed in supplements of these bodies.
  func awardingWords(of bodies: [PartnerCode]) throws -> AwardingWords {
    let addresses = try rows(
      """
      select i.code, coalesce(i.website, (select coalesce(c.email, c.phone) from partner_contact c
        where c.partner_id = i.id order by c.nth limit 1)) as address
      from partner i where i.code = any (\(bodies.map(\.rawValue)))
      """, as: (PartnerCode.self, String?.self))
    return AwardingWords(
      try supplementTexts(of: bodies),
      Dictionary(addresses.compactMap { body, address in address.map { (body, $0) } }) { first, _ in first })
  }
}
