import ArgumentParser
import Luban

struct SeedDemo: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Puts in an office to try Luban with: cohorts, and students who do not exist.",
    discussion: """
      Plausible curricula, agreements, cohorts of 2021 to 2027 at seven of the real workshops, finished, \
      running, open and planned, and students with their histories until 2026-06-30. The same number and \
      seed give the same office; the same command again adds nothing. Nothing takes it out again: it goes \
      into an office without students. Up to 1,000 students are in 40 cohorts; from 25,000 on in 1,000 \
      cohorts, which grow.

      They have classes with sessions, attendance, marks, language tests, culture hours and placements, and \
      cohorts that are over have graduates with credentials and outcomes: what luban seed records writes \
      from the same seed. A thousand students take seconds. --no-records leaves all that out, and with it \
      the rule of completion: then a million students take some minutes.

      Example:
        luban seed demo --students 1000
      """)

  @Option(help: "So many people, up to a million.")
  var students = 1000
  @Option(help: "What they are drawn from, 1 to 999.")
  var seed = 1
  @Flag(inversion: .prefixedNo, help: "With what they did; for at most 100,000 students.")
  var records = true
  @OptionGroup var result: ResultOptions

  func validate() throws {
    guard (1...1_000_000).contains(students) else {
      throw ValidationError(saying: "--students is from 1 to 1000000.")
    }
    guard !records || students <= Schema.mostStudentsWithRecords else {
      throw ValidationError(
        saying:
          "With records --students is at most \(Schema.mostStudentsWithRecords): give --no-records for more.")
    }
    guard (1...999).contains(seed) else { throw ValidationError(saying: "--seed is from 1 to 999.") }
  }

  func run(_ office: Office) async throws {
    let demo = try await office.schema.demonstrate(
      students: students, seed: seed, hasRecords: records, deadline: connection.timeout ?? .seconds(1800))
    try result.report(
      demo.isNew
        ? """
        Seeded demo: \(count: demo.students, "student"), \(count: demo.enrollments, "enrollment") \
        in \(count: demo.cohorts, "cohort").
        """
        : "The demo is there already: \(count: demo.students, "student") from seed \(demo.seed).", demo)
  }
}
