import ArgumentParser
import Luban

extension SeedSet: ExpressibleByArgument {}

struct SeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seed", abstract: "Data that come with Luban.",
    subcommands: [SeedSetCommand.self, SeedPeople.self], defaultSubcommand: SeedSetCommand.self)
}

struct SeedSetCommand: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Puts data in that come with Luban.",
    discussion: """
      reference: countries, sister cities, ISCED, language levels. workshops: the real workshops with institutions and
      programs, each with its source. demo: plausible curricula, agreements and cohorts, and, with --students, people
      that are plainly synthetic, the same from the same --seed. What is there already stays.

      Examples:
        luban seed workshops
        luban seed demo --students 1000
      """)

  @Argument(help: "What to put in.")
  var set: SeedSet
  @Option(help: "With demo: so many synthetic students, up to a million.")
  var students = 0
  @Option(help: "What the synthetic students are drawn from.")
  var seed = 1
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var result: ResultOptions

  func validate() throws {
    guard (0...1_000_000).contains(students) else {
      throw ValidationError("--students is from 0 to 1000000.")
    }
    guard students == 0 || set == .demo else { throw ValidationError("--students goes with demo.") }
  }

  func run(_ office: Office) async throws {
    try await office.schema.seed(set)
    guard students > 0 else { return try result.report("Seeded \(set.rawValue).", ["seeded": set.rawValue]) }
    let outcome = try await office.schema.seedStudents(students, seed: seed)
    try result.report(
      "Seeded demo: \(outcome.peopleCreated) new students, \(outcome.enrolled) enrolled, \(outcome.waitlisted) on waitlists, "
        + "\(outcome.unchanged) there already.", outcome)
  }
}
