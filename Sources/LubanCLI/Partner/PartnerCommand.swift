import ArgumentParser
import Luban

struct PartnerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partner",
    abstract: "Partners: schools, colleges, universities, enterprises, awarding bodies, authorities.",
    subcommands: [
      PartnerAdd.self, PartnerList.self, PartnerShow.self, PartnerEdit.self, PartnerReactivate.self,
      PartnerSuspend.self, PartnerEnd.self, ContactCommand.self,
    ])
}

extension PartnerKind: DashedArgument {}
extension PartnerStatus: ExpressibleByArgument {}
extension PartnerDetails.Clearable: ExpressibleByArgument {}

extension Partner {
  /// Code and name, as in every line about it.
  var line: String { "\(code) \(names.main)" }
}

/// The city of a partner or workshop.
struct CityOptions: ParsableArguments {
  @Option(help: "City, by its English or Chinese name; added where the country has none of that name.")
  var city: String?
  @Flag(help: "The city is another one, though one of nearly that name is known.")
  var newCity = false

  func validate() throws {
    if newCity, city == nil { throw ValidationError(saying: "--new-city goes with --city.") }
  }

  var named: NamedCity? { city.map { NamedCity($0, isAnother: newCity) } }
}
