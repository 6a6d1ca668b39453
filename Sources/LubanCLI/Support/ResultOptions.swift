import ArgumentParser
import FoundationEssentials
import Glibc
import Messages
import Tabular

/// What all commands that write to the database share: where it is, and how they say what they did.
struct ResultOptions: ParsableArguments {
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var form: ResultForm

  var isQuiet: Bool { form.quiet }
  var format: ResultForm.Format { form.format }

  /// Says it in one line, or as JSON; a quiet command says nothing.
  func report(_ sentence: Message, _ value: some Encodable) throws { try form.report(sentence, value) }
}

/// How a command says what it did.
struct ResultForm: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: ArgumentHelp("One line for people, or JSON for programs.", valueName: "text|json"))
  var format = Format.text

  @Flag(name: [.short, .long], help: "Say nothing when all goes well.")
  var quiet = false

  /// Says it in one line, or as JSON; a quiet command says nothing.
  func report(_ sentence: Message, _ value: some Encodable) throws {
    try Answer.give {
      switch format {
      case .json: try JSON.print(value)
      case .text: if !quiet { try Talk.print(sentence) }
      }
    }
  }
}

/// A command that writes, and says what it did.
protocol WritingCommand: OfficeCommand {
  var result: ResultOptions { get }
}

extension WritingCommand {
  var connection: ConnectionOptions { result.connection }
  var isForPeople: Bool { result.format == .text }
}

/// JSON of values that are no rows of a listing, by the same names of fields: `seats_held`.
enum JSON {
  static func print(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .custom { path in FieldName(path.last?.stringValue ?? "") }
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let sink = ByteSink.standardOutput()
    try sink.write(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
    try sink.flush()
  }
}

/// The name of a field as lists have it: `seats_held`.
private struct FieldName: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  /// That of a property.
  init(_ property: String) {
    // A property can't be named by a word of Swift's.
    let name = property == "taughtClass" ? "class" : property
    stringValue = zip(" " + name, name).reduce(into: "") { text, letters in
      let begins = letters.1.isUppercase && !letters.0.isUppercase
      text += (begins ? "_" : "") + letters.1.lowercased()
    }
  }

  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
