import ArgumentParser
import Luban

struct SeedPeople: ListingCommand {
  static let form = OutputFormat.csv
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Writes a file of people who do not exist, to try an import with.",
    discussion: """
      The same number and seed give the same file.

      Example:
        luban seed people --students 1000 --output people.csv
      """)

  @Option(help: "So many people, up to a million.")
  var students = 1000
  @Option(help: "What they are drawn from.")
  var seed = 1
  @OptionGroup var listing: ListingOptions

  func validate() throws {
    guard (1...1_000_000).contains(students) else {
      throw ValidationError(saying: "--students is from 1 to 1000000.")
    }
  }

  func rows(of office: Office) -> Listing {
    office.schema.people(students, seed: seed)
  }
}
