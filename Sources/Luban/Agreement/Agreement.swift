import Postgres

/// What two or more partners signed.
public struct Agreement: Sendable, Hashable, Codable {
  /// Its code.
  public let code: AgreementCode
  /// The number on the paper, as the parties write it.
  public let number: String?
  /// What was signed.
  public let kind: AgreementKind
  /// Where it stands.
  public let state: AgreementState
  /// Who signed it.
  public let parties: [Party]
  /// What it covers.
  public let covers: [AgreementScope]
  /// Day of the signature.
  public let signedOn: Day?
  /// First day in force.
  public let effectiveOn: Day
  /// First day no longer in force by its own terms; `nil` for no end.
  public let expiresOn: Day?
  /// Day it was ended before its time.
  public let endedOn: Day?
  /// Why it was ended.
  public let endReason: String?
  /// The agreement it renews.
  public let renews: AgreementCode?
  /// The agreement that renews it.
  public let renewedBy: AgreementCode?
  /// Others that two of its parties signed and that have the same number: most often the same paper.
  public let sameNumber: [AgreementCode]
  /// Free remark.
  public let note: String?
  /// Cohorts of what it covers that are open or running.
  public let cohorts: [CohortCode]

  /// A party to an agreement.
  public struct Party: Sendable, Hashable, Codable {
    /// Its code.
    public let code: PartnerCode
    /// What it is called.
    public let name: String
  }
}

/// An agreement in one line.
public struct AgreementSummary: Sendable, Hashable, Codable {
  /// Its code.
  public let code: AgreementCode
  /// What was signed.
  public let kind: AgreementKind
  /// Where it stands.
  public let state: AgreementState
  /// First day in force.
  public let effectiveOn: Day
  /// First day no longer in force, because it expires or was ended; `nil` for no end.
  public let until: Day?
  /// What it covers.
  public let covers: [AgreementScope]
}

/// What was signed.
public enum AgreementKind: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case memorandum
  case jointTraining = "joint_training"
  case creditRecognition = "credit_recognition"
  case equipment
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// Where an agreement stands on a day, by its dates.
public enum AgreementState: String, Sendable, Hashable, Codable, CaseIterable, SQLDecodable {
  /// Not in force yet.
  case pending
  case inForce = "in_force"
  /// Its time is over.
  case expired
  /// It was ended before its time.
  case ended
}

/// What an agreement covers: a program at a workshop, or all of its programs; written `UZ-TAS:LOG`, `UZ-TAS`.
public struct AgreementScope: Sendable, Hashable, Codable {
  /// The workshop.
  public var workshop: WorkshopCode
  /// The program; `nil` for every program of the workshop.
  public var program: ProgramCode?

  /// What an agreement covers.
  public init(workshop: WorkshopCode, program: ProgramCode? = nil) {
    self.workshop = workshop
    self.program = program
  }

  /// Reads `WORKSHOP:PROGRAM` or `WORKSHOP`; `nil` if there is nothing on one of the sides.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let workshop = parts.first, !workshop.isEmpty, parts.last?.isEmpty == false else { return nil }
    self.workshop = WorkshopCode(String(workshop))
    program = parts.count == 2 ? ProgramCode(String(parts[1])) : nil
  }
}

extension AgreementScope: CustomStringConvertible, SQLDecodable {
  /// Written as `UZ-TAS:LOG` or `UZ-TAS`.
  public var description: String { program.map { "\(workshop):\($0)" } ?? workshop.rawValue }
  /// Reads the same.
  public init?(sqlText: String) { self.init(sqlText) }
}

/// What became of ending an agreement.
public struct AgreementEnding: Sendable, Hashable, Codable {
  /// The agreement.
  public let agreement: Agreement
  /// Open and running cohorts of what it covered, which go on.
  public let goingOn: [CohortCode]
  /// Planned cohorts that no agreement covers any more, so that they will not open.
  public let uncovered: [CohortCode]
}
