import Messages
import Luban
import Tabular

extension Fields {
  /// The curriculum of an edition by term, what must be chosen, and the sums of hours.
  mutating func addCurriculum(of edition: ProgramEdition) {
    section("Curriculum of \(edition.program) \(edition.edition)")
    if edition.curriculum.isEmpty {
      add(line: "empty")
      return
    }
    let hasScales = edition.curriculum.contains { $0.scale != nil }
    let columns = [
      TextColumn("term", .trailing), TextColumn("course"), TextColumn("title"), TextColumn("kind"),
      TextColumn("theory", .trailing), TextColumn("practice", .trailing), TextColumn("credits", .trailing),
      TextColumn("weight", .trailing), TextColumn("elective"),
    ]
    let rows = edition.curriculum.map { item in
      [
        String(item.term), item.course.rawValue, item.title, item.kind.rawValue,
        item.theory.amount, item.practice.amount, item.credits?.amount, item.weight.amount,
        item.electiveGroup,
      ]
    }
    add(
      hasScales
        ? TextTable(
          columns: columns + [TextColumn("scale")],
          rows: zip(rows, edition.curriculum).map { $0 + [$1.scale] })
        : TextTable(columns: columns, rows: rows))
    let hours = edition.hours
    section("Hours of the required courses")
    add("Theory", hours.theory.amount)
    add("Practice", hours.practice.amount + share(hours.practice, of: hours.theory + hours.practice))
    add("Language", hours.language.amount)
    add("Culture", hours.culture.amount)
    add("Total", hours.total.amount)
    if edition.electives.isEmpty { return }
    section("Electives")
    for group in edition.electives {
      add(
        Message(verbatim: group.code),
        "\(group.minimumCredits.amount) credits of \(group.offeredCredits.amount) must be chosen")
    }
  }

  private func share(_ part: Double, of whole: Double) -> String {
    whole > 0 ? " (\(Int((100 * part / whole).rounded())) %)" : ""
  }
}
