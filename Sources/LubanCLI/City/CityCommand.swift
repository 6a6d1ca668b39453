import ArgumentParser
import Luban

struct CityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "city", abstract: "Cities of partners and workshops, and the sister cities of Tianjin.",
    subcommands: [
      CityAdd.self, CityList.self, CityShow.self, CityEdit.self, CityRename.self, CityMerge.self,
      CityImport.self,
    ])
}

/// A city that is there, as somebody names it.
struct CityReference: ParsableArguments {
  @Argument(help: "The city, by any of its names.")
  var city: String
  @Option(help: ArgumentHelp("Its country, where two have a city of that name.", valueName: "alpha-2"))
  var country: String?
}

struct CityList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists cities as known now, with their ties to Tianjin.",
    discussion: """
      Beside each the standing of its country in the Shanghai Cooperation Organization (SCO), with the day \
      on which that began.

      Examples:
        luban city list --country UZ
        luban city list --sister-cities --format csv
      """)

  @Option(help: ArgumentHelp("Of this country, by two letters.", valueName: "alpha-2"))
  var country: String?
  @Flag(help: "Only sister and friendly cities of Tianjin.")
  var sisterCities = false
  @Option(
    help: ArgumentHelp(
      "With this in any of its names; case and accents do not matter.", valueName: "text"))
  var search: String?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    try await office.cities.list(country: country, isSister: sisterCities, search: search)
  }
}

struct CityShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows the names of a city, and who stands in it.",
    discussion: "Example:\n  luban city show 塔什干")

  @OptionGroup var place: CityReference
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let city = try await office.cities.show(place.city, in: place.country)
    try show.write(city) { fields in
      fields.add("Name", city.name)
      fields.add("Country", city.country)
      for (language, name) in city.names.byLanguage.sorted(by: { $0.key < $1.key }) {
        fields.add("Name (\(language))", name)
      }
      fields.add("Partners", city.partners.map(\.rawValue).joined(separator: ", "))
      fields.add("Workshops", city.workshops.map(\.rawValue).joined(separator: ", "))
    }
  }
}

struct CityAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds a city, with its names in other languages.",
    discussion: """
      A city that is there by one of its names is not added again. Give only names that you have seen \
      written. Many at once: luban city import.

      Example:
        luban city add Andijon --country UZ --name zh=安集延 --name ru=Андижан
      """)

  @Argument(help: "Its English name, where it is known.")
  var city: String
  @Option(help: ArgumentHelp("Its country, by two letters.", valueName: "alpha-2"))
  var country: String
  @Option(
    name: .customLong("name"),
    help: ArgumentHelp("Name in a language; may be repeated.", valueName: "zh=name"))
  var names: [TitleArgument] = []
  @Option(help: "Where the names were found.")
  var source: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let added = try await office.cities.add(city, in: country, names: Titles(names), source: source)
    try result.report("Added \(added.name), \(added.country).", added)
  }
}

struct CityEdit: EditingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Says what a city is called in other languages.",
    discussion: """
      A city is found by each of its names. Give only names that you have seen written.

      Example:
        luban city edit Tashkent --name kk=Ташкент
      """)

  @OptionGroup var place: CityReference
  @Option(
    name: .customLong("name"),
    help: ArgumentHelp("Name in a language; may be repeated.", valueName: "zh=name"))
  var names: [TitleArgument] = []
  @Option(help: ArgumentHelp("Language in which it has no name any more; may be repeated.", valueName: "tag"))
  var dropName: [String] = []
  @Option(help: "Where the names were found.")
  var source: String?
  @OptionGroup var result: ResultOptions

  /// A source is that of the names that are given.
  var changes: CityDetails {
    CityDetails {
      ($0.names, $0.droppedNames, $0.source) = (Titles(names), dropName, names.isEmpty ? nil : source)
    }
  }

  func run(_ office: Office) async throws {
    let city = try await office.cities.edit(place.city, in: place.country, changes)
    try result.report("Changed \(city.name), \(city.country).", city)
  }
}

struct CityRename: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Changes the name by which a city is listed.",
    discussion: """
      Its names in other languages stay, and by the former name it is still found.

      Example:
        luban city rename Ulaanbaatar "Ulan Bator"
      """)

  @OptionGroup var place: CityReference
  @Argument(help: "The name from now on, in English where there is one.")
  var name: String
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let city = try await office.cities.edit(
      place.city, in: place.country, CityDetails { $0.name = name })
    try result.report("Renamed \(place.city): \(city.name), \(city.country).", city)
  }
}

struct CityMerge: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Makes one city of two that are the same.",
    discussion: """
      Partners and workshops of the first stand in the other one from now on, which takes the names that \
      it lacks; the first is gone. Nothing takes that back.

      Examples:
        luban partner add UZ-SAM-A --kind college --country UZ \\
          --city Samarkand --new-city --name "Samarkand College A"
        luban partner add UZ-SAM-B --kind college --country UZ \\
          --city 撒马尔罕 --new-city --name "Samarkand College B"
        luban city merge 撒马尔罕 --into Samarkand --yes
      """)

  @OptionGroup var place: CityReference
  @Option(help: ArgumentHelp("The city that stays.", valueName: "city"))
  var into: String
  @OptionGroup var confirmation: ConfirmationOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let first = try await office.cities.show(place.city, in: place.country)
    let other = try await office.cities.show(into, in: place.country)
    try confirmation.confirm(
      """
      Make \(first.name), \(first.country), with \(count: first.partners.count, "partner") and \
      \(count: first.workshops.count, "workshop") one with \(other.name)?
      """)
    let city = try await office.cities.merge(place.city, into: into, in: place.country)
    try result.report("Merged \(first.name) into \(city.name), \(city.country).", city)
  }
}

struct CityImport: ImportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters cities with their names in other languages from a file.",
    discussion: """
      A line is a city: country, name, name_zh, name_ru, other_names; luban import template cities lists \
      the headers. Sent again nothing changes; --update takes over what differs.

      Example:
        printf '%s\\n' country,name,name_zh,name_ru 'UZ,Chirchiq,奇尔奇克,Чирчик' \\
          > cities.csv
        luban city import cities.csv
      """)

  static let form = ImportForm.cities
  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportAnyOptions
  @OptionGroup var result: ResultOptions
}
