import Messages
import Postgres
import Printing
import Proof
import Tabular

extension Credentials {
  /// A credential as a page of HTML, by the template of its awarding body or else Luban's own.
  ///
  /// One that is signed has its proof on it, as it was signed, so that each print of it is the same.
  ///
  /// - Throws: ``LubanError/invalidData(_:)`` for a template that can't be read.
  public func page(_ serial: CredentialSerial, _ kind: PrintKind, _ form: PageForm = PageForm()) async throws
    -> String
  {
    try await pages(.serials([serial]), kind, form).first?.html ?? ""
  }

  /// Credentials as documents of HTML, by serial number.
  ///
  /// - Throws: ``LubanError/invalidData(_:)`` for a template that can't be read, and where nothing is there
  ///   to be printed.
  public func pages(_ selection: PrintSelection, _ kind: PrintKind, _ form: PageForm = PageForm())
    async throws
    -> [PrintedPage]
  {
    let words = PageWords(form.language)
    let orientation = form.orientation ?? kind.orientation
    return try await office.read { tx in
      tx.deadline = office.bulkDeadline
      let credentials = try tx.credentials(selection)
      let signatures = try tx.signatures(of: credentials.map(\.serial))
      let said = try tx.awardingWords(of: credentials.flatMap { $0.record.sides.map(\.code) })
      let own = try tx.templates(kind, of: credentials.map(\.awardedBy))
      let standard = try Self.template(Self.standardTemplate(kind), name: "The \(kind) template of Luban")
      return try credentials.map { credential in
        var values = try credential.values(in: words, signatures[credential.serial], said)
        values["is_across"] = orientation == .across
        let template = own[credential.awardedBy] ?? standard
        return PrintedPage(
          serial: credential.serial, html: template.page(values),
          template: own[credential.awardedBy].map { _ in credential.awardedBy })
      }
    }
  }

  /// The template of an awarding body, or Luban's own where it has none.
  public func template(_ kind: PrintKind, of partner: PartnerCode? = nil) async throws -> String {
    guard let partner else { return try Self.standardTemplate(kind) }
    return try await office.read { tx in
      let key = try tx.id(ofPartner: partner)
      return try tx.first(
        "select body from credential_template where partner_id = \(key) and kind = \(kind)",
        as: String.self) ?? Self.standardTemplate(kind)
    }
  }

  /// Gives an awarding body a template of its own; Luban's own comes back with `nil`.
  ///
  /// - Parameter name: what the template is called where it can't be read, as that of its file.
  /// - Throws: ``LubanError/invalidData(_:)`` for a template that can't be read, whose pages would not say
  ///   whose and which they are, or that asks for values that there are not.
  public func setTemplate(
    _ kind: PrintKind, of partner: PartnerCode, to body: String?, name: String = "The template"
  ) async throws {
    if let body { try Self.template(body, name: name).check(name: name) }
    _ = try await office.perform("credential template") { tx in
      let key = try tx.id(ofPartner: partner)
      if let body {
        return try tx.execute(
          """
          insert into credential_template (partner_id, kind, body)
          values (\(key), \(kind), \(body))
          on conflict (partner_id, kind) do update
            set body = excluded.body, recorded_at = now(), recorded_by = session_user
          """)
      }
      return try tx.execute(
        "delete from credential_template where partner_id = \(key) and kind = \(kind)")
    }
  }

  private static func standardTemplate(_ kind: PrintKind) throws -> String {
    try Embedded.file("seed/templates/\(kind.rawValue).mustache").text
  }

  fileprivate static func template(_ text: String, name: String) throws -> Template {
    do {
      return try Template(text)
    } catch {
      throw LubanError.invalidData("\(name), line \(error.line): \(error.words).")
    }
  }
}

extension Transaction {
  /// Those that are to be printed, each once, by serial number.
  fileprivate func credentials(_ selection: PrintSelection) throws -> [Credential] {
    switch selection {
    case .serials(let serials):
      let found = try credentials(where: "k.serial = any (\(serials))")
      let missing = serials.first { serial in !found.contains { $0.serial == serial } }
      if let missing {
        throw LubanError.notFound(noun: "credential", code: missing.rawValue, nearest: [])
      }
      return found
    case .cohort(let code, let side):
      let cohort = try cohortKey(code)
      let found = try credentials(
        where: """
          k.revoked_on is null and k.workshop_id = \(cohort.workshopID) and k.enrollment_id in (
            select e.id from enrollment e
            where e.workshop_id = \(cohort.workshopID) and e.cohort_id = \(cohort.id))
            and (\(side)::certificate_side is null or k.side = \(side))
          """)
      if found.isEmpty {
        throw LubanError.invalidData(
          "\(code) has no valid credential to print. Issue them first.")
      }
      return found
    }
  }

  /// The templates of those awarding bodies that have one of their own.
  fileprivate func templates(_ kind: PrintKind, of bodies: [PartnerCode]) throws -> [PartnerCode: Template] {
    let bodies = try rows(
      """
      select i.code, t.body from credential_template t join partner i on i.id = t.partner_id
      where i.code = any (\(bodies.map(\.rawValue))) and t.kind = \(kind)
      """, as: (PartnerCode.self, String.self))
    return try Dictionary(
      uniqueKeysWithValues: bodies.map { code, body in
        (code, try Credentials.template(body, name: "The \(kind) template of \(code)"))
      })
  }
}
