import Messages
import ArgumentParser
import Luban

struct LanguageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language",
    abstract: "Language tests and certificates, and the levels that students have shown.",
    discussion: """
      A level belongs to its framework: three schemes share the name HSK and do not compare, and Luban \
      counts none for another. luban module levels lists them, with the rule by which each is passed.
      """,
    subcommands: [
      LanguageAdd.self, LanguageList.self, LanguageShow.self, LanguageCorrect.self, LanguageRemove.self,
      LanguageImport.self,
      LanguageLevels.self, LanguageCompare.self,
    ])
}

extension LanguageCertificatePurpose: WordedArgument {}
extension StatedResult: WordedArgument {
  /// Reads it as files have it, where a pass is a truth.
  public init?(argument: String) {
    let codes = ["pass", "fail", "true", "false"]
    switch KindWords.code(argument, among: codes, as: ["pass"]) {
    case "pass", "true": self = .pass
    case "fail", "false": self = .fail
    default: return nil
    }
  }
}
extension LanguageCertificateCorrection.Field: ExpressibleByArgument {}

/// Points in a part of an exam, `Listening=80`.
struct PartArgument: ExpressibleByArgument {
  let name: String
  let points: Double

  init?(argument: String) {
    guard let sign = argument.lastIndex(of: "="), sign != argument.startIndex,
      let points = Double(argument[argument.index(after: sign)...])
    else { return nil }
    name = String(argument[..<sign])
    self.points = points
  }
}

/// What may be said of a test.
struct LanguageCertificateOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Points in all; added up where all parts are given.", valueName: "points"))
  var score: Double?
  @Option(
    name: .customLong("part"),
    help: ArgumentHelp("Points in a part of the exam; repeated for others.", valueName: "Listening=80"))
  var parts: [PartArgument] = []
  @Option(help: "What the certificate itself says; needed where no pass rule is published.")
  var stated: StatedResult?
  @Option(help: "Whose test it was; external unless given.")
  var purpose: LanguageCertificatePurpose?
  @Option(help: "Number of the certificate.")
  var number: String?
  @Option(help: "Test center.")
  var center: String?
  @Option(help: ArgumentHelp("Last day on which it is accepted.", valueName: "day"))
  var validUntil: Day?

  var details: LanguageCertificateDetails {
    var details = LanguageCertificateDetails()
    details.score = score
    details.parts = Dictionary(parts.map { ($0.name, $0.points) }) { $1 }
    details.stated = stated
    details.purpose = purpose
    details.number = number
    details.center = center
    details.validUntil = validUntil
    return details
  }
}

extension LanguageCertificate {
  /// The end of a sentence on it.
  var line: Message {
    "\(level) of \(reference) \(name) on \(takenOn): \(outcome)."
  }

  /// Score and pass, and by what the pass is known.
  var outcome: Message {
    let points: Message? = score.map { score in
      maxScore.map { "\(score.amount) of \($0)" } ?? "\(score.amount) points"
    }
    let pass: Message = isPassed ? "passed" : "not passed"
    let rule: Message = passScore.map { "\($0) needed" } ?? "as the certificate states, no rule is published"
    return "\([points, pass].compactMap(\.self).joined(separator: ", ")) (\(rule))"
  }
}
