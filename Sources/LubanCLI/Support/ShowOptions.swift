import ArgumentParser
import Tabular

/// How one thing is shown: a screen for people, or JSON.
struct ShowOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A screen for people, or JSON for programs.", valueName: "text|json"))
  var format = ResultOptions.Format.text

  func write(_ value: some Encodable, _ screen: () -> Fields) throws {
    switch format {
    case .json: try JSON.print(value)
    case .text:
      let sink = ByteSink.standardOutput()
      try sink.write(lines: screen().lines(Terminal.style))
      try sink.flush()
    }
  }
}
