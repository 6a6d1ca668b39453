import FoundationEssentials
import Postgres

/// What graduates are awarded.
public struct Credentials: Sendable {
  let office: Office

  /// Issues the certificates of an edition to graduates of a cohort, in one transaction.
  ///
  /// Serial numbers have no gaps. What was judged is frozen with each credential. Students who break a
  /// rule are left out and listed with every rule.
  ///
  /// - Parameters:
  ///   - selection: whom; those who have completed and hold no credential where `nil`.
  ///   - sides: only these sides' certificates; both where empty.
  public func issue(
    _ selection: [StudentReference]?, in code: CohortCode, on day: Day = .today, sides: [CertificateSide] = []
  ) async throws -> CredentialOutcome {
    try await office.perform("credential issue") { tx in
      tx.deadline = office.bulkDeadline
      let cohort = try tx.cohortKey(code)
      let day = try tx.day(day, at: cohort.workshopID)
      let enrollments =
        try selection.map { try tx.enrollmentIDs(.students($0), in: cohort) }
        ?? tx.rows(
          """
          select e.id from enrollment e
          where e.workshop_id = \(cohort.workshopID) and e.cohort_id = \(cohort.id)
            and e.state = 'completed' and not exists (select from credential k
              where (k.workshop_id, k.enrollment_id) = (e.workshop_id, e.id) and k.revoked_on is null)
          order by e.id
          """, as: Int.self)
      var outcome = CredentialOutcome(cohort: code)
      var refused: [(student: StudentNumber, rules: [String], missing: String?)] = []
      let named = sides.isEmpty ? nil : sides.map(\.rawValue)
      for (student, serial, rules) in try tx.rows(
        """
        select s.number, i.serial, i.refusals
        from issue_credentials(\(cohort.workshopID)::int, \(cohort.id), \(enrollments), \(day),
          \(named)::certificate_side[]) i
        join enrollment e on e.workshop_id = \(cohort.workshopID) and e.id = i.enrollment_id
        join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
        """, as: (StudentNumber.self, CredentialSerial?.self, [String].self))
      {
        if let serial {
          outcome.issued.append(CredentialOutcome.Issued(student: student, serial: serial))
        } else {
          refused.append((student, rules, nil))
        }
      }
      outcome.leftOut = try tx.leftOut(refused)
      return outcome
    }
  }

  /// One credential with what was judged.
  public func show(_ serial: CredentialSerial) async throws -> Credential {
    try await office.read { tx in try tx.credential(serial) }
  }

  /// Revokes a credential; it stays, and says why.
  @discardableResult
  public func revoke(_ serial: CredentialSerial, on day: Day = .today, reason: String) async throws
    -> Credential
  {
    try await office.perform("credential revoke") { tx in
      _ = try tx.credential(serial)
      let day = try tx.day(day, at: tx.workshop(of: serial))
      try tx.execute(
        "update credential set revoked_on = \(day), revoke_reason = \(reason) where serial = \(serial)")
      return try tx.credential(serial)
    }
  }

  /// Issues a credential anew from what is known now, and revokes the former one where it is valid.
  @discardableResult
  public func reissue(_ serial: CredentialSerial, on day: Day = .today, reason: String) async throws
    -> Credential
  {
    try await office.perform("credential reissue") { tx in
      _ = try tx.credential(serial)
      let day = try tx.day(day, at: tx.workshop(of: serial))
      let made = try tx.one(
        """
        select r.serial from credential k
        cross join lateral reissue_credentials(k.workshop_id, array[k.id], \(day), array[\(reason)]) r
        where k.serial = \(serial)
        """, as: CredentialSerial.self)
      return try tx.credential(made)
    }
  }

  /// Credentials as a listing, by serial number.
  ///
  /// - Parameters:
  ///   - workshop: of a workshop.
  ///   - cohort: of a cohort.
  ///   - student: of a student.
  ///   - status: with this status.
  public func list(
    workshop: WorkshopCode? = nil, cohort: CohortCode? = nil, student: StudentReference? = nil,
    status: Credential.Status? = nil
  ) -> Listing {
    Listing(
      "credential",
      """
      serial student name cohort side (title awarded_by) issued_on status* (revoked_on revoke_reason \
      replaced_by uid)
      """, by: "serial",
      where: [.equals("workshop", workshop), .equals("cohort", cohort), .equals("status", status?.rawValue)]
        + Filter.student(student))
  }
}

extension Transaction {
  func credential(_ serial: CredentialSerial) throws -> Credential {
    guard let found = try credentials(where: "k.serial = \(serial)").first else {
      // Which numbers there are is nothing for who has another.
      throw LubanError.notFound(noun: "credential", code: serial.rawValue, nearest: [])
    }
    return found
  }

  /// Credentials by serial number, of those that meet a condition on `k`.
  func credentials(where condition: SQL) throws -> [Credential] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try rows(
      """
      select k.serial, k.title, k.side, i.code, k.issued_on, k.revoked_on, k.revoke_reason,
        o.serial as replaces, r.serial as replaced_by, k.uid::text, k.record::text
      from credential k
      join partner i on i.id = k.partner_id
      left join credential o on (o.workshop_id, o.id) = (k.workshop_id, k.replaces_id)
      left join credential r on (r.workshop_id, r.replaces_id) = (k.workshop_id, k.id)
      where \(fragment: condition)
      order by k.workshop_id, k.year, k.number
      """
    ) { row in
      let revoked: Day? = try row.decode("revoked_on")
      let replacedBy: CredentialSerial? = try row.decode("replaced_by")
      let record: String = try row.decode("record")
      return Credential(
        serial: try row.decode("serial"),
        status: revoked == nil ? .valid : replacedBy == nil ? .revoked : .replaced,
        title: try row.decode("title"), side: try row.decode("side"), awardedBy: try row.decode("code"),
        issuedOn: try row.decode("issued_on"), revokedOn: revoked,
        revokeReason: try row.decode("revoke_reason"), replaces: try row.decode("replaces"),
        replacedBy: replacedBy, uid: try row.decode("uid"),
        record: try decoder.decode(CredentialRecord.self, from: Data(record.utf8)))
    }
  }
}

extension Transaction {
  fileprivate func workshop(of serial: CredentialSerial) throws -> Int? {
    try first("select workshop_id from credential where serial = \(serial)", as: Int.self)
  }
}
