import Messages
import Tabular

/// What a command says when it is done.
enum Answer {
  /// It is done, and what was to be said of it could not be written.
  struct Lost: SaidError {
    fileprivate let reason: WritingError

    var said: Message {
      "What was asked for is done; only what was to be said of it could not be written to \(reason.file)."
    }
  }

  /// Writes the answer; nobody who reads it any more is no fault.
  static func give(_ write: () throws -> Void) throws {
    do { try write() } catch let error as WritingError where error.fault != .closedPipe {
      throw Lost(reason: error)
    }
  }
}
