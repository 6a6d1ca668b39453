import ArgumentParser
import Luban
import Tabular

struct ScaleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scale", abstract: "Grading scales: their marks and the words for them.",
    subcommands: [ScaleList.self, ScaleShow.self])
}

struct ScaleList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the grading scales.",
    discussion: "Example:\n  luban scale list")

  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing { office.scales.list }
}

struct ScaleShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows a scale with its marks, and the words that are read as each.",
    discussion: "Example:\n  luban scale show cis5")

  @Argument(help: "Code of the scale.")
  var code: String
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let scale = try await office.scales.show(code)
    try show.write(scale) { fields in
      fields.section("Scale \(scale.code)")
      fields.add("Name", scale.name)
      fields.add("Marks", scale.marks)
      if let mark = scale.passFrom { fields.add("Passed from", mark.amount) }
      fields.add("Average", scale.hasAverage ? "weighted by the curriculum" : "none: it would say nothing")
      fields.add("Source", scale.source)
      if scale.words.isEmpty { return }
      fields.section("Words")
      let columns = [
        TextColumn("mark"), TextColumn("counts", .trailing), TextColumn("passes"), TextColumn("also read"),
      ]
      let rows = scale.words.map { word -> [String?] in
        [word.mark, word.value.amount, word.passes ? "yes" : "no", word.aliases.joined(separator: ", ")]
      }
      fields.add(TextTable(columns: columns, rows: rows))
    }
  }
}
