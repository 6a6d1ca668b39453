import ArgumentParser
import Luban

struct PartnerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partner",
    abstract: "Partners: schools, colleges, universities, enterprises, awarding bodies, authorities.",
    subcommands: [
      PartnerAdd.self, PartnerList.self, PartnerShow.self, PartnerEdit.self, PartnerReactivate.self,
      PartnerSuspend.self, PartnerEnd.self, PartnerImport.self, ContactCommand.self,
    ])
}

extension PartnerKind: WordedArgument {}
extension PartnerStatus: WordedArgument {}
extension PartnerDetails.Clearable: ExpressibleByArgument {}

extension Partner {
  /// Code and name, as in every line about it.
  var line: String { "\(code) \(names.main)" }
}

/// The city of a partner or workshop.
struct CityOptions: ParsableArguments {
  @Option(help: "City of the country, by any name that luban city list --columns all shows.")
  var city: String?
  @Flag(help: "The city is new: add it.")
  var newCity = false

  func validate() throws {
    if newCity, city == nil { throw ValidationError(saying: "--new-city goes with --city.") }
  }

  var named: NamedCity? { city.map { NamedCity($0, isNew: newCity) } }
}

extension Office {
  /// Tells whoever signs, opens or awards which of those with them are no active partners.
  func tellInactive(_ circle: PartnerCircle, isQuiet: Bool) async throws {
    for partner in try await partners.inactive(among: circle) {
      switch partner.status {
      case .prospect:
        Talk.say(
          "\(partner.code) is only a prospect: luban partner activate makes it a partner.", isQuiet: isQuiet)
      case .suspended: Talk.say("\(partner.code) is suspended.", isQuiet: isQuiet)
      case .ended, .active: Talk.say("The partnership with \(partner.code) has ended.", isQuiet: isQuiet)
      }
    }
  }
}
