import ArgumentParser
import Luban

/// What an edition may have and may be without: entry requirements, stages, certificates.
struct EditionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Least age in years on the day of application.", valueName: "years"))
  var minimumAge: Int?
  @Option(help: ArgumentHelp("Least schooling at entry, ISCED 2011.", valueName: "0-8"))
  var minimumSchooling: SchoolingArgument?
  @Option(
    help: ArgumentHelp("Language level required at entry, as in hsk2010:2.", valueName: "framework:level"))
  var entryLevel: LanguageLevel?
  @Option(help: ArgumentHelp("Program that must have been completed before.", valueName: "program"))
  var requires: ProgramCode?
  @Option(help: "Industry it serves.")
  var industry: String?
  @Option(
    name: .customLong("stage"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Stage with its months and perhaps its partner, as in workshop=6; repeated for all, in their order.",
      valueName: "place=months@partner"))
  var stages: [ProgramStage] = []
  @OptionGroup var paper: CertificateOptions

  var details: ProgramDetails {
    ProgramDetails {
      ($0.minimumAge, $0.minimumSchooling, $0.entryLevel) = (minimumAge, minimumSchooling?.level, entryLevel)
      ($0.requiredProgram, $0.industry) = (requires, industry)
      ($0.stages, $0.certificates) = (stages, paper.certificates)
    }
  }

  /// The partners named: where stages take place, and who awards.
  var partners: [PartnerCode] { stages.compactMap(\.partner) + paper.bodies }
}

/// Titles that an edition gets; those in other languages stay.
struct TitleOptions: ParsableArguments {
  @Option(
    name: .customLong("title"),
    help: ArgumentHelp("Title, with its language unless English; may be repeated.", valueName: "zh=title"))
  var titles: [TitleArgument] = []
}

/// The certificates that an edition leads to.
struct CertificateOptions: ParsableArguments {
  @Option(
    name: .customLong("certificate"),
    help: ArgumentHelp(
      "Certificate of the host or chinese side, and perhaps who awards it; given once for each side.",
      valueName: "side=title@partner"))
  var certificates: [ProgramCertificate] = []

  /// Who awards them, where that is said.
  var bodies: [PartnerCode] { certificates.compactMap(\.partner) }
}
