import Postgres

/// What of an edition is amended though a cohort was opened on it: what its paper says, with the reason.
public struct ProgramAmendment: Sendable, Hashable {
  /// Titles to be set; those in other languages stay.
  public var titles: Titles = [:]
  /// Certificates, each in the place of that of its side.
  public var certificates: [ProgramCertificate] = []
  /// Why, for the record.
  public var reason: String
  /// Day on which it was decided.
  public var day: Day

  /// Nothing amended yet.
  public init(because reason: String, on day: Day = .today) {
    (self.reason, self.day) = (reason, day)
  }
}

/// A text of an edition that was amended.
public struct AmendedText: Sendable, Hashable, Codable {
  /// Day on which it was decided.
  public let amendedOn: Day
  /// What it is: `title zh`, `host_certificate`, `host_body`.
  public let what: String
  /// What stood there; empty where nothing did.
  public let before: String?
  /// What stands there since.
  public let after: String?
  /// Why.
  public let reason: String
}

extension Programs {
  /// Amends titles and certificates of an edition, the latest where none is named; what stood there is kept.
  ///
  /// - Throws: ``LubanError`` without a reason, for a day to come, a partner that is not known, or, where a
  ///   cohort was opened on it, for a certificate of a side that has none.
  @discardableResult
  public func amend(_ code: ProgramCode, edition: String? = nil, _ amendment: ProgramAmendment) async throws
    -> Program
  {
    try await office.perform("program amend") { tx in
      let id = try tx.edition(edition, of: code)
      let day = try tx.day(amendment.day, at: nil)
      try tx.execute("select begin_amendment(\(id)::int, \(day), \(amendment.reason))")
      try tx.update(
        "program_edition", [.titles(amendment.titles, dropping: [])], where: "id = \(id)", isOnlyIfOther: true
      )
      try tx.edition(id, leadsTo: amendment.certificates)
      return try tx.program(code, edition: edition)
    }
  }
}
