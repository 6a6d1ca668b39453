import ArgumentParser
import Luban

struct LanguageCorrect: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Corrects the record of a language test.",
    discussion: """
      What is not named stays as it is; parts named take the place of those of their names. How the record \
      was before is kept, so that a report as known earlier stays what it was.

      Examples:
        luban language correct S-00001 --level hsk2010:2 --on 2026-06-20 \\
          --part Listening=81 --reason "misread" --workshop UZ-TAS
        luban language correct S-00004 --level hsk2010:1 --on 2026-09-03 \\
          --to-day 2026-09-04 --reason "wrong day" --workshop UZ-TAS
      """)

  @Argument(help: "Number of the student.")
  var student: StudentReference
  @Option(help: ArgumentHelp("Level under which it was entered.", valueName: "framework:level"))
  var level: LanguageLevel
  @Option(help: ArgumentHelp("Day under which it was entered.", valueName: "day"))
  var on: Day
  @Option(help: ArgumentHelp("The level it really was of.", valueName: "framework:level"))
  var toLevel: LanguageLevel?
  @Option(help: ArgumentHelp("The day it really was on.", valueName: "day"))
  var toDay: Day?
  @OptionGroup var test: LanguageCertificateOptions
  @Option(help: "What is to be emptied; may be repeated.")
  var clear: [LanguageCertificateCorrection.Field] = []
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var workshop: WorkshopOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var correction = LanguageCertificateCorrection(reason: reason)
    correction.level = toLevel
    correction.takenOn = toDay
    correction.details = test.details
    correction.cleared = Set(clear)
    let certificate = try await office.languageCertificates.correct(
      level, of: student, in: workshop.named, on: on, correction)
    try result.report("Corrected \(certificate.line)", certificate)
  }
}

struct LanguageRemove: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Removes the record of a language test that never was, or another's.",
    discussion: """
      How it was is kept with the reason, so that a report as known earlier stays what it was.

      Example:
        luban language remove S-00005 --level hsk2025:3 --on 2026-07-11 \\
          --reason "of a namesake" --workshop UZ-TAS
      """)

  @Argument(help: "Number of the student.")
  var student: StudentReference
  @Option(help: ArgumentHelp("Level that was tested.", valueName: "framework:level"))
  var level: LanguageLevel
  @Option(help: ArgumentHelp("Day of the test.", valueName: "day"))
  var on: Day
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var workshop: WorkshopOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let certificate = try await office.languageCertificates.remove(
      level, of: student, in: workshop.named, on: on, reason: reason)
    try result.report("Removed \(certificate.line)", certificate)
  }
}
