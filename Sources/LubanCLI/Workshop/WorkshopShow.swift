import Messages
import ArgumentParser
import Luban
import Tabular

struct WorkshopShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows all of a workshop: partners, milestones, agreements, programs, cohorts.",
    discussion: "Example:\n  luban workshop show UZ-TAS")

  @Argument(help: "Code of the workshop.")
  var workshop: WorkshopCode
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let workshop = try await office.workshops.show(workshop)
    try show.write(workshop) { fields in
      fields.add(workshop)
      fields.add(workshop.roles)
      if !workshop.agreements.isEmpty { fields.add(workshop.agreements, titled: "Agreements in force") }
      fields.add(workshop.programs)
      fields.add(workshop.cohorts)
    }
  }
}

extension Fields {
  fileprivate mutating func add(_ workshop: Workshop) {
    section("Workshop \(workshop.code)")
    add("Titles", workshop.titles.line)
    add("Place", [workshop.city, workshop.country].compactMap { $0 }.joined(separator: ", "))
    if let zone = workshop.timeZone { add("Time zone", zone) }
    add("Status", workshop.status.said)
    add("Led from Tianjin", Message(workshop.isLedFromTianjin ? "yes" : "no", in: "word"))
    for milestone in workshop.milestones {
      let note = milestone.note.map { " (\($0))" } ?? ""
      add(milestone.kind.label, milestone.date.iso + note)
    }
    if let note = workshop.note { add("Note", note) }
    if let source = workshop.source { add("Source", source) }
    let held = workshop.cohorts.reduce(0) { $0 + $1.seatsHeld }
    let completed = workshop.cohorts.reduce(0) { $0 + $1.completed }
    add(
      "Students",
      "\(workshop.students) on the books; seats held \(held), completed \(completed)")
  }

  fileprivate mutating func add(_ roles: [WorkshopRole]) {
    if roles.isEmpty { return }
    section("Partners")
    add(
      TextTable(
        columns: TextColumn.texts("role", "partner") + [TextColumn("name", of: "partner")]
          + TextColumn.texts("since", "until"),
        rows: roles.map { [$0.role.words, $0.partner.rawValue, $0.name, $0.since?.iso, $0.until?.iso] }))
  }

  fileprivate mutating func add(_ programs: [WorkshopProgram]) {
    if programs.isEmpty { return }
    section("Programs")
    let columns = [
      TextColumn("program"), TextColumn("title"), TextColumn("cohorts", .trailing), TextColumn("agreement"),
    ]
    add(
      TextTable(
        columns: columns,
        rows: programs.map {
          let covered: Message = $0.isCovered ? "in force" : "none in force"
          return [$0.code.rawValue, $0.title, String($0.cohorts), covered.cell]
        }))
  }

  fileprivate mutating func add(_ cohorts: [WorkshopCohort]) {
    if cohorts.isEmpty { return }
    section("Cohorts")
    let columns = [
      TextColumn("cohort"), TextColumn("status"), TextColumn("intake"), TextColumn("capacity", .trailing),
      TextColumn("seats held", .trailing), TextColumn("completed", .trailing),
    ]
    add(
      TextTable(
        columns: columns,
        rows: cohorts.map {
          [
            $0.code.rawValue, $0.status.rawValue, $0.intakeOn.iso, String($0.capacity), String($0.seatsHeld),
            String($0.completed),
          ]
        }))
  }
}

extension WorkshopMilestoneKind {
  /// The milestone as a label: `In operation`.
  fileprivate var label: Message { Message(milestone, in: "milestone") }

  /// The same in English.
  var milestone: String {
    let text = rawValue.map { $0 == "_" ? " " : String($0) }.joined()
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
