import ArgumentParser
import Luban
import Messages
import Tabular

/// A report, whose files tell what they are.
protocol ReportingCommand: ListingCommand {
  var file: ReportFileOptions { get }
  /// Puts names in place of headings that only the reader's language has.
  func name(_ given: inout GivenOptions, of office: Office)
}

/// How a file of a report tells what it is.
struct ReportFileOptions: ParsableArguments {
  @Flag(help: "Have the file begin with its manifest, instead of one beside it.")
  var header = false
}

extension ReportingCommand {
  func name(_ given: inout GivenOptions, of office: Office) {}

  func run(_ office: Office) async throws {
    if file.header, listing.isTable || listing.isPage {
      throw LubanError.usage("--header goes with CSV and JSON.")
    }
    let given = GivenOptions(self)
    if !given["publish"].isEmpty, !given["known-at"].isEmpty {
      throw LubanError.usage(
        "--publish goes without --known-at: two of these could be subtracted from each other.")
    }
    if listing.chosenFormat == .pdf {
      return try await ReportMaking(self, to: listing.output, on: office).writePaper()
    }
    let isFile =
      listing.output != nil || file.header || listing.isPage || listing.chosenFormat == .xlsx
    guard isFile, !listing.isTable else {
      try await listing.write(try await rows(of: office), of: office)
      if let remark, listing.isTable { Talk.say(remark) }
      return
    }
    _ = try await ReportMaking(self, to: listing.output, on: office).write()
    if let output = listing.output { Talk.say("Wrote \(output).") }
  }
}
