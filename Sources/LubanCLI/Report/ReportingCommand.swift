import ArgumentParser
import Luban
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
    if file.header, listing.isTable { throw LubanError.usage("--header goes with CSV and JSON.") }
    let isFile = listing.output != nil || file.header || listing.chosenFormat == .xlsx
    guard isFile, !listing.isTable else {
      return try await listing.write(try await rows(of: office), of: office)
    }
    _ = try await ReportMaking(self, to: listing.output, on: office).write()
    if let output = listing.output { Talk.say("Wrote \(output).") }
  }
}
