import CLibpq
import Glibc

/// One libpq connection, used by one thread at a time; every wait in it has an end.
///
/// The files `Connection+….swift` hold its parts: opening, waiting, round trips, COPY, transactions.
final class Connection {
  let handle: OpaquePointer
  let cancelRequest: CancelRequest
  let notices: NoticeInbox
  let deadlines: Deadlines
  /// What every transaction sets for itself, by name.
  let settings: [(name: String, value: String)]

  /// Raised when the task on whose behalf the connection works is cancelled.
  var interrupt: Interrupt?
  /// Whether the connection must not be used again.
  var isBroken = false
  /// Whether a statement is under way whose results have not all been read.
  var isBusy = false
  /// Statements that travel ahead of the next one, to save a round trip, such as BEGIN.
  var pending: [Statement] = []
  /// What is sent after the next statement, with it.
  var ending: [Statement] = []
  /// The failure that has doomed the present transaction.
  var failure: PostgresError?
  /// How the present exchange bears waiting.
  var patience: Patience

  /// Takes over an open connection.
  init(
    opened handle: OpaquePointer, settings: [(name: String, value: String)], deadlines: Deadlines,
    onNotice: (@Sendable (Notice) -> Void)?
  ) {
    self.handle = handle
    self.settings = settings
    self.deadlines = deadlines
    patience = Patience(allowance: deadlines.statement)
    cancelRequest = CancelRequest(for: handle)
    notices = NoticeInbox(onNotice: onNotice)
    PQsetnonblocking(handle, 1)
    notices.attach(to: handle)
  }

  deinit { PQfinish(handle) }

  var transactionStatus: PGTransactionStatusType { PQtransactionStatus(handle) }

  var isStandby: Bool {
    PQparameterStatus(handle, "in_hot_standby").map { String(cString: $0) == "on" } ?? false
  }

  /// Looks, without a round trip, whether the server has closed an idle connection.
  var isAlive: Bool {
    if isBroken || PQstatus(handle) != CONNECTION_OK { return false }
    var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
    guard poll(&socket, 1, 0) > 0 else { return true }
    return PQconsumeInput(handle) == 1 && PQstatus(handle) == CONNECTION_OK
  }

  /// What libpq says about its last failure.
  var message: String {
    let text = String(cString: PQerrorMessage(handle))
    return String(text.trimmingSuffix(while: \.isWhitespace))
  }
}

extension StringProtocol {
  /// The string without the characters at its end that fulfill a condition.
  func trimmingSuffix(while condition: (Character) -> Bool) -> SubSequence {
    guard let last = lastIndex(where: { !condition($0) }) else { return self[startIndex..<startIndex] }
    return self[...last]
  }
}
