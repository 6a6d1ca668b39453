import ArgumentParser
import FoundationEssentials
import Glibc
import Tabular

/// How a command that writes says what it did.
struct ResultOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: ArgumentHelp("One line for people, or JSON for programs.", valueName: "text|json"))
  var format = Format.text

  @Flag(name: [.short, .long], help: "Say nothing when all goes well.")
  var quiet = false

  /// Says it in one line, or as JSON; a quiet command says nothing.
  func report(_ sentence: String, _ value: some Encodable) throws {
    switch format {
    case .json: try JSON.print(value)
    case .text: if !quiet { Talk.print(sentence) }
    }
  }
}

/// JSON of values that are no rows of a listing.
enum JSON {
  static func print(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let sink = ByteSink.standardOutput()
    try sink.write(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
    try sink.flush()
  }
}
