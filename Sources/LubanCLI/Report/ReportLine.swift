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
  ///   - isOnPage: whether it is to stand on a page with others, whatever file it names.
  ///   - language: the one of who reads the report, where the line names none.
  ///   - office: reads the days in it.
  ///   - connection: where it is to be made.
  init(
    _ line: [String], onPage isOnPage: Bool = false, usually language: Language = .english,
    by office: Office, on connection: ConnectionOptions
  ) async throws {
    let (words, lang) = Speech.apart(line)
    guard let language = lang.map({ Language(tag: $0) }) ?? language else {
      throw LubanError.usage(Speech.unspoken(lang ?? ""))
    }
    guard words.first == "report",
      var command = try await TypedDays.parse(words, by: office) as? any ReportingCommand,
      isOnPage || !command.listing.isTable
    else { throw ReportFault.noReport }
    if isOnPage { command = try await Self.onPage(command, by: office) }
    if command.listing.chosenFormat == .pdf {
      throw LubanError.usage("No PDF is the same bytes twice. A page in HTML is, and prints as that PDF.")
    }
    if let error = RepeatedOption.error(in: words) { throw error }
    (self.words, self.command, self.connection) = (words, command, connection)
    catalog = .embedded(language)
  }

  /// A report as one of a page, whatever file it was to be.
  private static func onPage(
    _ command: any ReportingCommand, by office: Office
  ) async throws -> any ReportingCommand {
    var given = GivenOptions(command)
    for name in ["output", "header", "excel", "delimiter"] { given[name] = [] }
    given["format"] = [OutputFormat.html.rawValue]
    let words = ["report", type(of: command)._commandName] + given.words
    guard let command = try await TypedDays.parse(words, by: office) as? any ReportingCommand else {
      throw ReportFault.noReport
    }
    return command
  }

  /// Puts into words what it makes, in its own language and deaf to the workshop of the environment.
  func making(to path: String? = nil, usually usual: ReportMaking.Times = .init()) async throws
    -> ReportMaking
  {
    try await alone {
      let office = connection.office(for: command.isForPeople ? catalog.language : .english)
      return try await ReportMaking(command, to: path, on: office, usually: usual)
    }
  }

  /// Writes what it makes.
  func write(_ making: ReportMaking) async throws -> ReportManifest {
    try await alone { try await making.write() }
  }

  /// What it makes as one of several on a page.
  func printed(_ making: ReportMaking) async throws -> [String: any Sendable] {
    try await alone { try await making.printed() }
  }

  private func alone<Value>(_ work: () async throws -> Value) async rethrows -> Value {
    try await Speech.$catalog.withValue(catalog) {
      try await WorkshopOptions.$ofEnvironment.withValue(nil, operation: work)
    }
  }
}
