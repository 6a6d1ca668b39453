import Messages
import ArgumentParser
import Luban
import Tabular

struct CredentialShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows a credential with everything that was judged.",
    discussion: "Example:\n  luban credential show UZ-TAS-2025-00001")

  @Argument(help: "Serial number.")
  var serial: CredentialSerial
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let credential = try await office.credentials.show(serial)
    try show.write(credential) { fields in
      fields.add(credential)
      fields.section("Courses")
      fields.add(
        TextTable(
          columns: [
            TextColumn("term", .trailing), TextColumn("course"), TextColumn("title"),
            TextColumn("hours", .trailing), TextColumn("credits", .trailing), TextColumn("mark"),
            TextColumn("on"),
          ],
          rows: credential.record.courses.map { course in
            [
              course.term.map(String.init), course.code, course.titles.main, course.hours.amount,
              course.credits?.amount,
              course.told, course.gradedOn?.iso,
            ]
          }))
      fields.section("Judged on \(credential.record.judgedOn)")
      fields.add(
        TextTable(
          columns: [
            TextColumn("part"), TextColumn("of"), TextColumn("needed", .trailing),
            TextColumn("there", .trailing),
          ],
          rows: credential.record.parts.map {
            [
              Message($0.part, in: "").told(in: Speech.catalog), $0.of ?? "", $0.needed.amount,
              $0.there?.amount,
            ]
          }))
    }
  }
}

extension CredentialRecord.Course {
  /// The mark, or what else came of it.
  fileprivate var told: String {
    if let attended { return ("\(attended.amount) hours attended" as Message).told(in: Speech.catalog) }
    return [mark, result == "graded" ? nil : result].compactMap(\.self).joined(separator: " ")
  }
}

extension Fields {
  mutating func add(_ credential: Credential) {
    let record = credential.record
    section("Credential \(credential.serial)")
    switch credential.status {
    case .valid: add("Status", "valid")
    case .revoked, .replaced:
      let day = credential.revokedOn?.iso ?? ""
      add("Status", "\(credential.status.said) on \(day): \(credential.revokeReason ?? "")")
    }
    if let next = credential.replacedBy { add("Replaced by", next.rawValue) }
    if let former = credential.replaces { add("Replaces", former.rawValue) }
    add("Awarded", credential.title)
    let body = credential.awardingNames.main
    let code = credential.awardedBy
    add("By", body.isEmpty ? Message(verbatim: code.rawValue) : "\(body) (\(code))")
    add("On", credential.issuedOn.iso)
    let names = [record.student.latinName, record.student.chineseName].compactMap { $0 }
    add("To", ([record.student.name] + names).joined(separator: ", "))
    add("Born", record.student.birthDate.iso)
    add("Program", "\(record.program.titles.main) (\(record.program.code) \(record.program.edition))")
    add("Field", "\(record.program.iscedField) \(record.program.fieldTitle), ISCED-F 2013")
    add("Level", "ISCED \(record.program.iscedLevel), \(record.program.levelTitle)")
    add("Workshop", "\(record.workshop.titles.main), \(record.workshop.country)")
    add("Period", "\(record.cohort.intake) to \(record.completedOn)")
    let hours = record.hours
    add(
      "Hours",
      """
      \(hours.total.amount): theory \(hours.theory.amount), practice \(hours.practice.amount), \
      language \(hours.language.amount), culture \(hours.culture.amount)
      """)
    if let credits = record.credits, credits > 0 { add("Credits", credits.amount) }
    if let average = record.average, let scale = record.averageScale {
      let marks: Message = record.averageMarks.map { " of \(count: $0, "mark")" } ?? ""
      add("Average", "\(average.amount)\(marks) on the scale \(scale)")
    }
    for (index, language) in record.languages.enumerated() {
      add(
        index == 0 ? "Language" : "",
        "\(language.frameworkName), \(language.level) since \(language.since) (\(language.shownBy))")
    }
  }
}
