import ArgumentParser
import Luban
import Tabular

struct LanguageList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists language tests, by day, as known now.",
    discussion: """
      Example:
        luban language list --cohort UZ-TAS-LOG-2026A \\
          --framework hsk2010 --result pass
      """)

  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "Of this student.")
  var student: StudentReference?
  @Option(help: "Of students with an enrollment in this cohort.")
  var cohort: CohortCode?
  @Option(help: "Of this framework.")
  var framework: String?
  @Option(help: ArgumentHelp("Of this level.", valueName: "framework:level"))
  var level: LanguageLevel?
  @Option(help: "Passed, or not.")
  var result: StatedResult?
  @Option(help: "Of this purpose.")
  var purpose: LanguageCertificatePurpose?
  @Option(help: ArgumentHelp("Taken in this period; either end may be left out.", valueName: "from..to"))
  var taken: DayRange?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    var filter = LanguageCertificateFilter()
    filter.workshop = workshop.named
    filter.student = student
    filter.cohort = cohort
    filter.level = level
    filter.framework = framework
    filter.result = result
    filter.purpose = purpose
    filter.from = taken?.from
    filter.to = taken?.to
    return try await office.languageCertificates.list(filter)
  }
}

struct LanguageShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows all language tests of a student, each with what it is judged by.",
    discussion: "Example:\n  luban language show S-00001 --workshop UZ-TAS")

  @Argument(help: "Number of the student.")
  var student: StudentReference
  @OptionGroup var workshop: WorkshopOptions
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let tests = try await office.languageCertificates.show(student, in: workshop.named)
    try show.write(tests) { fields in
      guard let first = tests.first else {
        fields.section("Language tests of \(student)")
        fields.add(line: "none")
        return
      }
      fields.section("Language tests of \(first.reference) \(first.name)")
      for test in tests { fields.add(test) }
    }
  }
}

extension Fields {
  /// One test: what came of it, by part, and the paper it stands on.
  fileprivate mutating func add(_ test: LanguageCertificate) {
    section("\(test.level) on \(test.takenOn)")
    add("Result", test.outcome)
    let parts = test.parts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.amount)" }
    if !parts.isEmpty { add("Parts", parts.joined(separator: ", ")) }
    add("Test", test.purpose.said)
    if let number = test.number { add("Certificate", number) }
    if let center = test.center { add("Center", center) }
    if let day = test.validUntil { add("Valid until", day.iso) }
    if let note = test.note { add("Note", note) }
  }
}
