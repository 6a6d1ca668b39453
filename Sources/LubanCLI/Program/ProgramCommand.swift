import ArgumentParser
import Luban

struct ProgramCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "program", abstract: "Programs: courses of study in editions, each with its curriculum.",
    subcommands: [
      ProgramAdd.self, ProgramList.self, ProgramFields.self, ProgramShow.self, ProgramEdit.self,
      ProgramAmend.self,
      ProgramNewEdition.self,
      ProgramImport.self, CurriculumCommand.self, ProgramRule.self,
    ])
}

extension ProgramMode: WordedArgument {}

extension ProgramDetails.Clearable: ExpressibleByArgument {}

/// What was typed, and the partner named behind its last at sign.
private func splitPartner(_ text: some StringProtocol) -> (text: String, partner: PartnerCode?) {
  guard let at = text.lastIndex(of: "@"), at != text.startIndex else { return (String(text), nil) }
  let code = text[text.index(after: at)...]
  let isCode =
    !code.isEmpty && code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }
  return isCode ? (String(text[..<at]), PartnerCode(String(code))) : (String(text), nil)
}

extension ProgramStage: ExpressibleByArgument {
  /// Reads `place=months` and `place=months@PARTNER`.
  public init?(argument: String) {
    guard let sign = argument.lastIndex(of: "=") else { return nil }
    let (months, partner) = splitPartner(argument[argument.index(after: sign)...])
    guard let months = Int(months) else { return nil }
    self.init(place: String(argument[..<sign]), months: months, partner: partner)
  }
}

extension ProgramCertificate: ExpressibleByArgument {
  /// Reads `host=title`, `chinese=title`, either with `@PARTNER` behind it.
  public init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="),
      let side = CertificateSide(argument: String(argument[..<sign]))
    else {
      return nil
    }
    let (title, partner) = splitPartner(argument[argument.index(after: sign)...])
    self.init(side: side, title: title, partner: partner)
  }
}

struct ProgramImport: ImportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Enters editions of programs, with stages and certificates, from a file.",
    discussion: """
      A line is an edition: program, edition, title, mode, field, level, months and so on; \
      luban import template programs lists the headers. Sent again nothing changes; --update takes over \
      what differs.

      Example:
        printf '%s\\n' program,edition,title,mode,field,level,months,stages \\
          'RAIL,2026,Rail,degree education,1041,5,36,workshop=30; depot=6' \\
          > programs.csv
        luban program import programs.csv
      """)

  static let form = ImportForm.programs
  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportAnyOptions
  @OptionGroup var result: ResultOptions
}
