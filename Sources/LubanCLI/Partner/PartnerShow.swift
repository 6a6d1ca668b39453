import Messages
import ArgumentParser
import Luban
import Tabular

struct PartnerShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows all of a partner: names, contacts, agreements, workshops, programs, history.",
    discussion: "Example:\n  luban partner show UZ-TSTU")

  @Argument(help: "Code of the partner.")
  var partner: PartnerCode
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let partner = try await office.partners.show(partner)
    try show.write(partner) { fields in
      fields.add(partner)
      fields.add(partner.contacts)
      if !partner.agreements.isEmpty { fields.add(partner.agreements, titled: "Agreements") }
      fields.add(partner.roles)
      fields.add(partner.programs)
      fields.add(partner.events)
    }
  }
}

extension Fields {
  fileprivate mutating func add(_ partner: Partner) {
    section("Partner \(partner.code)")
    for (index, name) in partner.names.byLanguage.sorted(by: { $0.key < $1.key }).enumerated() {
      add(index == 0 ? "Names" : "", "\(name.key) \(name.value)")
    }
    for name in partner.otherNames {
      let from: Message = name.from.map { " from \($0)" } ?? ""
      let until: Message = name.until.map { " until \($0)" } ?? ""
      add(name.until == nil ? "Coming name" : "Former name", "\(name.language) \(name.name),\(from)\(until)")
    }
    add("Kind", partner.kind.said)
    add("Place", [partner.city, partner.country].compactMap { $0 }.joined(separator: ", "))
    add("Standing", partner.status.said)
    if let website = partner.website { add("Website", website) }
    if let note = partner.note { add("Note", note) }
    if let source = partner.source { add("Source", source) }
  }

  fileprivate mutating func add(_ contacts: [PartnerContact]) {
    if contacts.isEmpty { return }
    section("Contacts")
    let columns =
      [TextColumn("number", .trailing)] + TextColumn.texts("name", "position", "email", "phone")
    add(
      TextTable(
        columns: columns,
        rows: contacts.map { [String($0.number), $0.name, $0.position, $0.email, $0.phone] }))
  }

  fileprivate mutating func add(_ roles: [PartnerRole]) {
    if roles.isEmpty { return }
    section("Workshops")
    add(
      TextTable(
        columns: TextColumn.texts("workshop", "title", "role", "since", "until"),
        rows: roles.map { [$0.workshop.rawValue, $0.title, $0.role.words, $0.since?.iso, $0.until?.iso] }))
  }

  fileprivate mutating func add(_ programs: [PartnerProgram]) {
    if programs.isEmpty { return }
    section("Programs")
    add(
      TextTable(
        columns: TextColumn.texts("program", "edition", "part"),
        rows: programs.map { [$0.program.rawValue, $0.edition, $0.part] }))
  }

  fileprivate mutating func add(_ events: [PartnerEvent]) {
    if events.isEmpty { return }
    section("History")
    add(
      TextTable(
        columns: [TextColumn("day"), TextColumn("standing", of: "partner"), TextColumn("why")],
        rows: events.map { [$0.effectiveOn.iso, $0.status.said.cell, $0.reason] }))
  }

  /// Agreements as a table, on the screens of partners and workshops.
  mutating func add(_ agreements: [AgreementSummary], titled title: Message) {
    section(title)
    add(
      TextTable(
        columns: TextColumn.texts("code", "kind", "state", "effective", "until", "covers"),
        rows: agreements.map { agreement in
          [
            agreement.code.rawValue, agreement.kind.words, agreement.state.words, agreement.effectiveOn.iso,
            agreement.until?.iso, agreement.covers.map(\.description).joined(separator: ", "),
          ]
        }))
  }
}
