import Messages
import ArgumentParser
import Luban
import Tabular

struct StudentShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows all of a person: names, enrollments, courses, language, culture, work.",
    discussion: "Example:\n  luban student show S-00001 --workshop UZ-TAS")

  @Argument(help: "Number of the student.")
  var student: StudentReference
  @OptionGroup var workshop: WorkshopOptions
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let record = try await office.students.show(student, in: workshop.named)
    let reasons = try await Reasons(office)
    try show.write(record) { $0 = StudentScreen.fields(record, reasons) }
  }
}

/// A person on one screen.
enum StudentScreen {
  static func fields(_ record: StudentRecord, _ reasons: Reasons) -> Fields {
    var fields = Fields()
    person(record.student, &fields)
    for name in record.formerNames {
      fields.add("Former name", former(name))
    }
    fields.add("Entered", entered(record))
    if !record.enrollments.isEmpty {
      fields.section("Enrollments")
      let columns = TextColumn.texts("cohort", "program", "state", "since")
      fields.add(
        TextTable(
          columns: columns + [TextColumn("waitlist_place", .trailing)], rows: record.enrollments.map(row)))
    }
    if !record.history.isEmpty {
      fields.section("History")
      fields.add(
        TextTable(
          columns: TextColumn.texts("day", "cohort", "change", "why", "recorded_at", "recorded_by"),
          rows: record.history.map { row($0, reasons) }))
    }
    if !record.changes.isEmpty {
      fields.section("Changed since it was entered")
      fields.add(
        TextTable(
          columns: TextColumn.texts("changed_at", "changed_by", "column", "before", "after", "why"),
          rows: record.changes.map(row)))
    }
    fields.add(record.story)
    return fields
  }

  private static func person(_ student: Student, _ fields: inout Fields) {
    func add(_ label: Message, _ value: String?) {
      if let value { fields.add(label, value) }
    }
    let gender: Message = student.gender.map { ", \($0.said)" } ?? ""
    let document: Message? = student.document.map { "\($0.kind.said) \($0.country) \($0.number)" }
    fields.section("\(student.reference) \(student.fullName)")
    add("Family name", student.familyName)
    add("Given name", student.givenName)
    add("Patronymic", student.patronymic)
    add("Latin name", student.latinName)
    add("Chinese name", student.chineseName)
    fields.add("Born", "\(student.birthOn)\(gender)")
    add("Nationality", student.nationality)
    fields.add("Document", document)
    add("E-mail", student.email)
    add("Phone", student.phone)
    add("Schooling", student.schooling.map { "ISCED \($0)" })
    add("Language level", student.level?.description)
    fields.add("Consent", student.consentOn.map { "\($0)" } ?? "none")
  }

  private static func entered(_ record: StudentRecord) -> Message {
    let batch: Message = record.batch.map { ", import \($0)" } ?? ""
    return "\(record.enteredAt) by \(record.enteredBy)\(batch)"
  }

  private static func former(_ name: StudentRecord.FormerName) -> Message {
    if name.kind == "native" { return "\(name.name) (until \(name.until))" }
    let kind = Speech.catalog.heading(of: column(name), in: "")
    return "\(name.name) (\(kind), until \(name.until))"
  }

  private static func column(_ name: StudentRecord.FormerName) -> String { name.kind + "_name" }

  private static func row(_ change: StudentRecord.Change) -> [String?] {
    let field = [change.about, Speech.catalog.heading(of: change.field, in: "")].compactMap { $0 }
      .joined(separator: " ")
    let by = [change.changedBy, change.batch].compactMap { $0 }.joined(separator: ", ")
    return [
      change.changedAt, by, field, change.before.map { Speech.catalog.word($0) },
      change.after.map { Speech.catalog.word($0) }, change.why,
    ]
  }

  private static func row(_ enrollment: StudentRecord.Standing) -> [String?] {
    [
      enrollment.cohort.rawValue, enrollment.program.rawValue, enrollment.state.rawValue,
      enrollment.since.iso,
      enrollment.place.map(String.init),
    ]
  }

  private static func row(_ event: StudentRecord.Event, _ reasons: Reasons) -> [String?] {
    let corrected: Message = "(corrected)"
    let change = [event.from?.said.cell, event.to.cell].compactMap { $0 }.joined(
      separator: " → ")
    let why = [event.reasonCode.map(reasons.said), event.reason].compactMap { $0 }.joined(separator: ": ")
    let told = [why, event.isVoid ? corrected.cell : ""].filter { !$0.isEmpty }.joined(separator: " ")
    return [event.on.iso, event.cohort.rawValue, change, told, event.recordedAt, event.recordedBy]
  }
}
