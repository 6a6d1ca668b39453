import ArgumentParser
import Luban

struct StudentFind: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Finds students by any name, number or document.",
    discussion: """
      Case, accents, apostrophes and the order of words do not matter; the beginning of a name is enough. \
      Where nothing is found so, names that are alike are offered.

      Examples:
        luban student find "нигора юсуп"
        luban student find AC7654321 --format json
      """)

  @Argument(help: "Names, a number or a document; several words are one text.")
  var text: [String]
  @OptionGroup var workshop: WorkshopOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    try await office.students.find(text.joined(separator: " "), in: workshop.named)
  }
}
