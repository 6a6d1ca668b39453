import Messages
import Proof

extension Credential {
  /// The values that a template may use; docs/how-to/print-certificates.md lists them.
  func values(in words: PageWords, _ signature: PrintedSignature?, _ said: AwardingWords) throws
    -> [String: any Sendable]
  {
    var values = record.values(in: words)
    for more in [words.labels, supplement(in: words, said)] as [[String: any Sendable]] {
      values.merge(more) { value, _ in value }
    }
    values["language"] = words.first.language.rawValue
    values["serial"] = serial.rawValue
    values["title"] = title
    values["issued_on"] = issuedOn.iso
    values["is_valid"] = status == .valid
    values["revoked_on"] = revokedOn?.iso
    values["revoke_reason"] = revokeReason
    values["replaces"] = replaces?.rawValue
    let names = awardingNames
    values["awarding_body"] = names.main.isEmpty ? awardedBy.rawValue : words.title(names)
    values["awarding_names"] = names.byLanguage.filter { $0.value != words.title(names) }.listed
    values["sides"] = record.sides.enumerated().map { nth, one in
      one.values(in: words, isIssuer: one.side == side, isFirst: nth == 0)
    }
    if let signature {
      let drawn = try QRPath(signature.code)
      values["proof"] = signature.code
      values["qr_path"] = drawn.path
      values["qr_size"] = String(drawn.size)
      values["signed_on"] = signature.signedOn.iso
      values["verify_at"] = signature.address
      values["verify_parts"] = signature.address.map(Self.parts)
    }
    return values
  }
}

extension Credential {
  /// An address in the parts between which a line may be broken: each ends with its slashes.
  fileprivate static func parts(of address: String) -> [String] {
    address.reduce(into: [""]) { parts, letter in
      if letter != "/", parts[parts.count - 1].hasSuffix("/") { parts.append("") }
      parts[parts.count - 1].append(letter)
    }
  }
}

/// What is printed of the signature of a certificate.
struct PrintedSignature {
  let code: String
  let signedOn: Day
  /// Where it can be checked.
  let address: String?
}

extension CredentialRecord {
  fileprivate func values(in words: PageWords) -> [String: any Sendable] {
    var values: [String: any Sendable] = [
      "completed_on": completedOn.iso, "intake": cohort.intake.iso, "cohort": cohort.code,
      "name": student.name, "name_is_long": student.name.count > 28, "birth_date": student.birthDate.iso,
      "student": student.number, "workshop": words.title(workshop.titles),
      "program": words.title(program.titles), "program_code": program.code,
      "program_titles": program.titles.byLanguage.filter { $0.value != words.title(program.titles) }.listed,
      "isced_field": program.iscedField, "isced_field_title": program.fieldTitle,
      "isced_level": String(program.iscedLevel),
      "isced_level_title": words.both(PageWords.isced(program.iscedLevel)),
      "hours_total": hours.total.printed, "hours_theory": hours.theory.printed,
      "hours_practice": hours.practice.printed, "hours_language": hours.language.printed,
      "hours_culture": hours.culture.printed, "hours": hours.listed(in: words),
      "languages": languages.map { $0.values(in: words) },
      "courses": courses.map { $0.values(in: words) }, "course_groups": groups(in: words),
      "hours_listed": courses.map(\.hours).sum.printed,
      "hours_required": courses.filter(\.isRequired).map(\.hours).sum.printed,
      "has_others": courses.contains { !$0.isRequired },
      "credits_listed": credits.flatMap { $0 > 0 ? $0.printed : nil } ?? "",
      "scales": scales(in: words), "parts": rule(in: words),
    ]
    values["latin_name"] = student.latinName == student.name ? nil : student.latinName
    values["chinese_name"] = student.chineseName == student.name ? nil : student.chineseName
    values["workshop_other"] = words.other(workshop.titles)
    values["program_other"] = words.other(program.titles)
    values["credits"] = credits.flatMap { $0 > 0 ? $0.printed : nil }
    let required = courses.filter(\.isRequired).compactMap(\.credits).sum
    values["credits_required"] = required > 0 ? required.printed : nil
    values["average"] = average?.printed
    values["average_scale"] = averageScale
    values["average_marks"] = averageMarks.map(String.init)
    return values
  }

  /// The courses as a transcript shows them: required ones by kind, then the others.
  private func groups(in words: PageWords) -> [[String: any Sendable]] {
    let required = CourseKind.allCases.map { kind in
      (PageWords.group(kind), courses.filter { $0.isRequired && $0.kind == kind })
    }
    return (required + [(PageWords.group(nil), courses.filter { !$0.isRequired })]).compactMap {
      title, courses in
      if courses.isEmpty { return nil }
      let credits = courses.compactMap(\.credits).sum
      return [
        "title": words.both(title), "courses": courses.map { $0.values(in: words) },
        "hours": courses.map(\.hours).sum.printed, "credits": credits > 0 ? credits.printed : "",
      ]
    }
  }

  /// What the marks of each scale of numbers mean.
  private func scales(in words: PageWords) -> [[String: String]] {
    var seen: Set<String> = []
    return courses.compactMap { course in
      guard let scale = course.scale, let told = words.scale(course), seen.insert(scale).inserted else {
        return nil
      }
      return ["words": told]
    }
  }
}

extension CredentialRecord.Side {
  func values(in words: PageWords, isIssuer: Bool, isFirst: Bool) -> [String: any Sendable] {
    var values: [String: any Sendable] = [
      "side": words.both(PageWords.side(side)), "is_issuer": isIssuer, "is_first": isFirst,
      "code": code.rawValue, "title": names.main.isEmpty ? code.rawValue : words.title(names),
    ]
    values["title_other"] = words.other(names)
    return values
  }
}

extension CredentialRecord.Language {
  fileprivate func values(in words: PageWords) -> [String: String] {
    [
      "words": words.level(framework, frameworkName, level), "framework": frameworkName, "level": level,
      "since": since.iso,
    ]
  }
}

extension CredentialRecord.Course {
  fileprivate func values(in words: PageWords) -> [String: any Sendable] {
    // Empty, not absent: what an item lacks is looked for outside of it, where all credits together are.
    var values: [String: any Sendable] = [
      "code": code, "title": words.title(titles), "hours": hours.printed, "mark": mark ?? "",
      "scale": scale ?? "", "graded_on": gradedOn?.iso ?? "", "term": term.map(String.init) ?? "",
      "credits": credits?.printed ?? "", "result": told(in: words) ?? "",
    ]
    values["title_other"] = words.other(titles)
    if let framework, let level { values["shows"] = words.level(framework, framework.uppercased(), level) }
    return values
  }

  /// What came of it beside a mark.
  private func told(in words: PageWords) -> String? {
    switch result {
    case "attended": words.both("\(attended?.printed ?? "0") hours attended" as Message)
    case "recognized": words.both("recognized" as Message)
    case "transferred": words.both("transferred" as Message)
    default: nil
    }
  }
}

extension CurriculumHours {
  /// Those that there are, with what they are of.
  fileprivate func listed(in words: PageWords) -> [[String: any Sendable]] {
    let kinds: [(Message, Double)] = [
      ("theory" as Message, theory), ("practice" as Message, practice), ("language" as Message, language),
      ("culture" as Message, culture),
    ]
    let there = kinds.filter { $0.1 > 0 }
    return there.enumerated().map { nth, kind in
      [
        "of": words.both(kind.0), "number": kind.1.printed, "is_last": nth == there.count - 1,
        "share": total > 0 ? ((kind.1 * 1000 / total).rounded() / 10).printed : "",
      ]
    }
  }
}

extension [String: String] {
  /// Titles by their tags, as lists of a template have them.
  fileprivate var listed: [[String: String]] {
    sorted { $0.key < $1.key }.map { ["lang": $0.key, "title": $0.value] }
  }
}

extension [Double] {
  fileprivate var sum: Double { reduce(0, +) }
}

extension Double {
  /// Without a fraction where there is none, else with at most two digits.
  var printed: String {
    let hundredths = Int((self * 100).rounded())
    if hundredths % 100 == 0 { return String(hundredths / 100) }
    let digits =
      hundredths % 100 % 10 == 0
      ? String(hundredths % 100 / 10) : String(100 + hundredths % 100).suffix(2).description
    return "\(hundredths / 100).\(digits)"
  }
}
