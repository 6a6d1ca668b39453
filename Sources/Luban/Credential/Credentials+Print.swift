import Postgres
import Printing
import Proof

/// What is printed of a credential.
public enum PrintKind: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable {
  case certificate, transcript
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

extension Credentials {
  /// A credential as a page of HTML, by the template of its awarding body or else Luban's own.
  ///
  /// One that is signed has its proof on it, as it was signed, so that each print of it is the same.
  ///
  /// - Throws: ``LubanError/invalidData(_:)`` for a template that can't be read.
  public func page(_ serial: CredentialSerial, _ kind: PrintKind) async throws -> String {
    try await office.read { tx in
      let credential = try tx.credential(serial)
      let own = try tx.first(
        """
        select t.body from credential_template t join partner i on i.id = t.partner_id
        where i.code = \(credential.awardedBy) and t.kind = \(kind)
        """, as: String.self)
      let template = try Self.template(
        try own ?? Self.standardTemplate(kind),
        name: "The \(kind) template of \(credential.awardedBy?.rawValue ?? "Luban")")
      var values = credential.printed
      if let signature = try tx.signature(of: serial) {
        let drawn = try QRPath(signature.code)
        values["proof"] = signature.code
        values["qr_path"] = drawn.path
        values["qr_size"] = String(drawn.size)
        values["signed_on"] = signature.signedOn.iso
        values["verify_at"] = signature.address
      }
      return template.page(values)
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
  /// - Throws: ``LubanError/invalidData(_:)`` for a template that can't be read.
  public func setTemplate(
    _ kind: PrintKind, of partner: PartnerCode, to body: String?, name: String = "The template"
  ) async throws {
    if let body { _ = try Self.template(body, name: name) }
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

  private static func template(_ text: String, name: String) throws -> Template {
    do {
      return try Template(text)
    } catch {
      throw LubanError.invalidData("\(name), line \(error.line): \(error.words).")
    }
  }
}

extension Credential {
  /// The values a template may use; docs/how-to/print-certificates.md lists them.
  fileprivate var printed: [String: any Sendable] {
    let person = record.student
    var values: [String: any Sendable] = [
      "serial": serial.rawValue, "title": title, "issued_on": issuedOn.iso, "is_valid": status == .valid,
      "completed_on": record.completedOn.iso, "intake": record.cohort.intake.iso,
      "cohort": record.cohort.code,
      "name": person.name, "name_is_long": person.name.count > 28, "birth_date": person.birthDate.iso,
      "student": person.number, "workshop": record.workshop.titles.main,
      "program": record.program.titles.main, "program_code": record.program.code,
      "program_titles": record.program.titles.others, "isced_field": record.program.iscedField,
      "isced_field_title": record.program.fieldTitle, "isced_level": String(record.program.iscedLevel),
      "isced_level_title": record.program.levelTitle, "hours_total": record.hours.total.printed,
      "hours_theory": record.hours.theory.printed, "hours_practice": record.hours.practice.printed,
      "hours_language": record.hours.language.printed, "hours_culture": record.hours.culture.printed,
      "awarding_names": awardingNames.others,
      "languages": record.languages.map {
        ["name": $0.frameworkName, "level": $0.level, "since": $0.since.iso]
      },
      "courses": record.courses.map(\.printed), "parts": record.parts.map(\.printed),
    ]
    values["awarding_body"] = awardingNames.main.isEmpty ? nil : awardingNames.main
    values["latin_name"] = person.latinName
    values["chinese_name"] = person.chineseName
    values["workshop_zh"] = record.workshop.titles.byLanguage["zh"]
    values["program_zh"] = record.program.titles.byLanguage["zh"]
    values["credits"] = record.credits.flatMap { $0 > 0 ? $0.printed : nil }
    values["average"] = record.average?.printed
    values["average_scale"] = record.averageScale
    values["average_marks"] = record.averageMarks.map(String.init)
    values["revoked_on"] = revokedOn?.iso
    values["revoke_reason"] = revokeReason
    values["replaces"] = replaces?.rawValue
    return values
  }
}

extension CredentialRecord.Course {
  fileprivate var printed: [String: String] {
    var values = [
      "code": code, "title": titles.main, "hours": hours.printed, "mark": mark, "scale": scale,
      "graded_on": gradedOn.iso, "result": result == "graded" ? "" : result,
    ]
    values["title_zh"] = titles.byLanguage["zh"]
    values["term"] = term.map(String.init)
    // Empty, not absent: what an item lacks is looked for outside of it, where all credits together are.
    values["credits"] = credits?.printed ?? ""
    return values
  }
}

extension CredentialRecord.Part {
  fileprivate var printed: [String: String] {
    var values = ["part": part, "needed": needed.printed]
    values["of"] = of
    values["there"] = there?.printed
    return values
  }
}

extension Titles {
  /// The titles in other languages than the main one, by their tags.
  fileprivate var others: [[String: String]] {
    byLanguage.filter { $0.value != main }.sorted { $0.key < $1.key }.map {
      ["lang": $0.key, "title": $0.value]
    }
  }
}

extension Double {
  /// Without a fraction where there is none, else with at most two digits.
  fileprivate var printed: String {
    let hundredths = Int((self * 100).rounded())
    if hundredths % 100 == 0 { return String(hundredths / 100) }
    let digits =
      hundredths % 100 % 10 == 0
      ? String(hundredths % 100 / 10) : String(100 + hundredths % 100).suffix(2).description
    return "\(hundredths / 100).\(digits)"
  }
}
