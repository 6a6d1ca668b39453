import ArgumentParser
import Luban

/// A command that changes what is said of a record.
protocol EditingCommand: WritingCommand {
  associatedtype Changes: Details
  var changes: Changes { get }
}

extension EditingCommand {
  func validate() throws { try refuseNothing() }

  func refuseNothing() throws {
    if changes.isEmpty { throw ValidationError(saying: "Say what to change.") }
  }
}
