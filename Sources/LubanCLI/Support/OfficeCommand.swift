import ArgumentParser
import Luban

/// A command that works on an office: connects, runs, lets errors through to ``Main``.
protocol OfficeCommand: AsyncParsableCommand {
  var connection: ConnectionOptions { get }
  func run(_ office: Office) async throws
}

extension OfficeCommand {
  func run() async throws {
    let office = try connection.office()
    try await run(office)
  }
}
