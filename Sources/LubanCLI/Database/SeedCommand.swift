import ArgumentParser
import Luban

extension SeedSet: ExpressibleByArgument {}

struct SeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seed", abstract: "Data that come with Luban.",
    subcommands: [SeedSetCommand.self, SeedDemo.self, SeedPeople.self, SeedRecords.self],
    defaultSubcommand: SeedSetCommand.self
  )
}

struct SeedSetCommand: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Puts data in that come with Luban.",
    discussion: """
      reference: countries, sister cities, ISCED, language levels.
      workshops: the real workshops with \
      partners and \
      programs, each with its source. What is there already stays.

      Example:
        luban seed workshops
      """)

  @Argument(help: "What to put in.")
  var set: SeedSet
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    try await office.schema.seed(set)
    try result.report("Seeded \(set.rawValue).", ["seeded": set.rawValue])
  }
}
