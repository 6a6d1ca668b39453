import ArgumentParser
import Luban

struct LanguageAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds the result of a language test.",
    discussion: """
      Whether it was passed follows from the score by the framework's own rule. Where none is published \
      (GF0025-2021, HSK of 2025, CEFR) give --stated as the certificate has it, which is kept as just that.

      Examples:
        luban language add S-00001 --level hsk2010:2 --on 2026-06-20 \\
          --part Listening=80 --part Reading=74 --number H22706 \\
          --center "Confucius Institute, Tashkent" --workshop UZ-TAS
        luban language add S-00004 --level hsk2010:1 --on 2026-09-03 \\
          --purpose placement-test --score 60 --workshop UZ-TAS
        luban language add S-00005 --level hsk2025:3 --on 2026-07-11 \\
          --stated pass --valid-until 2028-07-10 --workshop UZ-TAS
      """)

  @Argument(help: "Number of the student.")
  var student: StudentReference
  @Option(help: ArgumentHelp("Level that was tested, as in hsk2010:4.", valueName: "framework:level"))
  var level: LanguageLevel
  @Option(help: ArgumentHelp("Day of the test.", valueName: "day"))
  var on: Day
  @OptionGroup var test: LanguageCertificateOptions
  @OptionGroup var workshop: WorkshopOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let certificate = try await office.languageCertificates.add(
      level, of: student, in: workshop.named, on: on, test.details)
    try result.report("Added \(certificate.line)", certificate)
  }
}
