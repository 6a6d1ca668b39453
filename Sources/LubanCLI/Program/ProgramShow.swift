import Messages
import ArgumentParser
import Luban
import Tabular

struct ProgramShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows a program with all its editions, the latest or the one named in full.",
    discussion: "Example:\n  luban program show LOG --edition 2024")

  @Argument(help: "Code of the program.")
  var code: ProgramCode
  @Option(help: ArgumentHelp("The edition to show in full; the latest unless given.", valueName: "label"))
  var edition: String?
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let program = try await office.programs.show(code, edition: edition)
    try show.write(program) { fields in
      fields.section("Program \(program.code)")
      if let industry = program.industry { fields.add("Industry", industry) }
      fields.add(program.editions)
      fields.section("Edition \(program.edition.edition)")
      fields.add(program.edition)
      fields.add(program.edition.amendments)
      fields.addCurriculum(of: program.edition)
    }
  }
}

extension Fields {
  fileprivate mutating func add(_ editions: [EditionSummary]) {
    let columns = [
      TextColumn("edition"), TextColumn("title"), TextColumn("mode"), TextColumn("months", .trailing),
      TextColumn("courses", .trailing), TextColumn("hours", .trailing), TextColumn("cohorts", .trailing),
      TextColumn("in use"),
    ]
    let rows = editions.map { edition in
      [
        edition.edition, edition.title, edition.mode.words, String(edition.months), String(edition.courses),
        edition.hours.amount, String(edition.cohorts), edition.isFrozen ? ("frozen" as Message).cell : nil,
      ]
    }
    add(TextTable(columns: columns, rows: rows))
  }

  fileprivate mutating func add(_ edition: ProgramEdition) {
    add("Titles", edition.titles.line)
    add("Mode", edition.mode.said)
    add("Field", "\(edition.field) \(edition.fieldTitle)")
    add("Level", "\(edition.level) \(edition.levelTitle)")
    add("Months", String(edition.months))
    if let age = edition.minimumAge { add("Minimum age", String(age)) }
    if let schooling = edition.minimumSchooling { add("Minimum schooling", "ISCED \(schooling)") }
    if let level = edition.entryLevel { add("Entry level", level.description) }
    if let program = edition.requiredProgram { add("Requires", program.rawValue) }
    for (index, stage) in edition.stages.enumerated() {
      let partner: Message = stage.partner.map { " at \($0)" } ?? ""
      add(index == 0 ? "Stages" : "", "\(stage.place)\(partner), \(count: stage.months, "month")")
    }
    for certificate in edition.certificates {
      let partner: Message = certificate.partner.map { ", awarded by \($0)" } ?? ""
      add("Certificate, \(certificate.side.said)", "\(certificate.title)\(partner)")
    }
    let none: Message = "no rule is stated"
    for (index, words) in (edition.rule?.words ?? [none]).enumerated() {
      add(index == 0 ? "Completion" : "", words)
    }
    if !edition.cohorts.isEmpty { add("Cohorts", edition.cohorts.map(\.rawValue).joined(separator: ", ")) }
    add(
      "Changes",
      edition.isFrozen ? "frozen: a cohort was opened on it" : "possible until a cohort is opened on it")
  }

  fileprivate mutating func add(_ amendments: [AmendedText]) {
    if amendments.isEmpty { return }
    section("Amended")
    let rows = amendments.map { amended -> [String?] in
      let words = amended.what.split(separator: " ", maxSplits: 1).map(String.init)
      let what = ([Speech.catalog.heading(of: words[0], in: "")] + words.dropFirst()).joined(separator: " ")
      return [amended.amendedOn.iso, what, amended.before, amended.after, amended.reason]
    }
    add(TextTable(columns: TextColumn.texts("day", "column", "before", "after", "reason"), rows: rows))
  }
}
