import ArgumentParser
import Luban

struct WorkshopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workshop", abstract: "Workshops: who takes part in them, and what they teach.",
    subcommands: [
      WorkshopOpen.self, WorkshopList.self, WorkshopShow.self, WorkshopEdit.self, WorkshopClose.self,
      WorkshopImport.self, WorkshopRoleCommand.self,
    ])
}

extension WorkshopStatus: WordedArgument {}
extension WorkshopRoleKind: WordedArgument {}
extension WorkshopMilestoneKind: WordedArgument {}
extension WorkshopDetails.Clearable: ExpressibleByArgument {}

/// Splits `word=rest`, the word known to a type.
private func split<Word: WordedArgument>(_ text: String) -> (word: Word, rest: String)? {
  guard let sign = text.firstIndex(of: "="), let word = Word(argument: String(text[..<sign])) else {
    return nil
  }
  let rest = String(text[text.index(after: sign)...])
  return rest.isEmpty ? nil : (word, rest)
}

extension NamedRole: ExpressibleByArgument {
  /// Reads `host=UZ-TSTU`.
  public init?(argument: String) {
    guard let (role, code): (WorkshopRoleKind, String) = split(argument) else { return nil }
    self.init(role, PartnerCode(code))
  }
}

extension WorkshopMilestone: ExpressibleByArgument {
  /// Reads `unveiled=2024-09-07`.
  public init?(argument: String) {
    guard let (kind, text): (WorkshopMilestoneKind, String) = split(argument), let date = PartialDate(text)
    else {
      return nil
    }
    self.init(kind, date)
  }
}

/// Who takes part in a workshop.
struct RoleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Partner that hosts it; may be repeated.", valueName: "code"))
  var host: [PartnerCode] = []
  @Option(help: ArgumentHelp("Chinese partner that leads it; may be repeated.", valueName: "code"))
  var lead: [PartnerCode] = []
  @Option(help: ArgumentHelp("Enterprise that takes part; may be repeated.", valueName: "code"))
  var enterprise: [PartnerCode] = []
  @Option(help: ArgumentHelp("Partner that awards its certificates; may be repeated.", valueName: "code"))
  var awardingBody: [PartnerCode] = []

  var named: [NamedRole] {
    host.map { NamedRole(.host, $0) } + lead.map { NamedRole(.lead, $0) }
      + enterprise.map { NamedRole(.enterprise, $0) } + awardingBody.map { NamedRole(.awardingBody, $0) }
  }
}

/// Milestones of a workshop; dates may be a year, a month or a day.
struct MilestoneOptions: ParsableArguments {
  @Option(help: ArgumentHelp("When it was signed: a year, a month or a day.", valueName: "date"))
  var signed: PartialDate?
  @Option(help: ArgumentHelp("When it was unveiled.", valueName: "date"))
  var unveiled: PartialDate?
  @Option(help: ArgumentHelp("When it was put into trial operation.", valueName: "date"))
  var trialOperation: PartialDate?
  @Option(help: ArgumentHelp("When it was put into operation.", valueName: "date"))
  var inOperation: PartialDate?
  @Option(help: ArgumentHelp("When it was renewed.", valueName: "date"))
  var renewed: PartialDate?

  var named: [WorkshopMilestone] {
    let dates: [(WorkshopMilestoneKind, PartialDate?)] = [
      (.signed, signed), (.unveiled, unveiled), (.trialOperation, trialOperation),
      (.inOperation, inOperation),
      (.renewed, renewed),
    ]
    return dates.compactMap { kind, date in date.map { WorkshopMilestone(kind, $0) } }
  }
}
