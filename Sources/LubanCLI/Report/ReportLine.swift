import Luban
import Messages

/// A report by its command line, as a pack or a manifest has it: nothing counts but what it says.
struct ReportLine {
  /// The words from `report` on, without the language.
  let words: [String]
  let command: any ReportingCommand
  private let catalog: Catalog
  private let connection: ConnectionOptions

  /// The words of a line behind `luban`, which may be left out; `nil` where a quote is not closed.
  static func words(of line: some StringProtocol) -> [String]? {
    ShellWords.split(line).map { $0.first == "luban" ? Array($0.dropFirst()) : $0 }
  }

  /// Reads the words of a command line.
  ///
  /// - Parameters:
  ///   - language: the one of who reads the report, where the line names none.
  ///   - office: reads the days in it.
  ///   - connection: where it is to be made.
  init(
    _ line: [String], usually language: Language = .english, by office: Office,
    on connection: ConnectionOptions
  ) async throws {
    let (words, lang) = Speech.apart(line)
    guard let language = lang.map({ Language(tag: $0) }) ?? language else {
      throw LubanError.usage(Speech.unspoken(lang ?? ""))
    }
    guard words.first == "report",
      let command = try await TypedDays.parse(words, by: office) as? any ReportingCommand,
      !command.listing.isTable, !command.listing.isPage
    else { throw ReportFault.noReport }
    if let error = RepeatedOption.error(in: words) { throw error }
    (self.words, self.command, self.connection) = (words, command, connection)
    catalog = .embedded(language)
  }

  /// Puts into words what it makes, in its own language and deaf to the workshop of the environment.
  func making(to path: String, usually usual: ReportMaking.Times = .init()) async throws -> ReportMaking {
    try await alone {
      let office = connection.office(for: command.isForPeople ? catalog.language : .english)
      return try await ReportMaking(command, to: path, on: office, usually: usual)
    }
  }

  /// Writes what it makes.
  func write(_ making: ReportMaking) async throws -> ReportManifest {
    try await alone { try await making.write() }
  }

  private func alone<Value>(_ work: () async throws -> Value) async rethrows -> Value {
    try await Speech.$catalog.withValue(catalog) {
      try await WorkshopOptions.$ofEnvironment.withValue(nil, operation: work)
    }
  }
}
