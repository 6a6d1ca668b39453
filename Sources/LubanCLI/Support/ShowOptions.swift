import ArgumentParser
import Tabular

/// What all commands that show one thing share: where the database is, and in what form it is shown.
struct ShowOptions: ParsableArguments {
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var form: ShowForm

  func write(_ value: some Encodable, _ screen: (inout Fields) -> Void) throws {
    try form.write(value, screen)
  }
}

/// How one thing is shown: a screen for people, or JSON.
struct ShowForm: ParsableArguments {
  @Option(help: ArgumentHelp("A screen for people, or JSON for programs.", valueName: "text|json"))
  var format = ResultForm.Format.text
  @OptionGroup var paging: PagingOptions

  func write(_ value: some Encodable, _ screen: (inout Fields) -> Void) throws {
    switch format {
    case .json: try JSON.print(value)
    case .text:
      var fields = Fields()
      screen(&fields)
      try Pager.show(fields.lines(Terminal.style), unless: paging.noPager)
    }
  }
}

/// A command that shows one thing.
protocol ShowingCommand: OfficeCommand {
  var show: ShowOptions { get }
}

extension ShowingCommand {
  var connection: ConnectionOptions { show.connection }
  var isForPeople: Bool { show.form.format == .text }
}
