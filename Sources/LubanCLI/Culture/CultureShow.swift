import ArgumentParser
import Luban
import Tabular

struct CultureShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows a culture event and who took part.",
    discussion: "Example:\n  luban culture show CAL-2026")

  @Argument(help: "Code of the event.")
  var code: EventCode
  @OptionGroup var workshop: WorkshopOptions
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let event = try await office.cultureEvents.show(code, in: workshop.named)
    try show.write(event) { fields in
      fields.section("\(event.code) \(event.title)")
      fields.add("Workshop", event.workshop.rawValue)
      fields.add("Theme", event.theme)
      fields.add("Days", event.days)
      fields.add("Hours", event.hours.amount)
      if let place = event.place { fields.add("Place", place) }
      if let module = event.module { fields.add("Counts for", module.rawValue) }
      fields.section("Who took part: \(event.participants.count)")
      if event.participants.isEmpty { return }
      fields.add(
        TextTable(
          columns: [
            TextColumn("cohort"), TextColumn("student"), TextColumn("name"), TextColumn("hours", .trailing),
            TextColumn("note"),
          ],
          rows: event.participants.map {
            [$0.cohort.rawValue, $0.student.description, $0.name, $0.hours.amount, $0.note]
          }))
    }
  }
}
