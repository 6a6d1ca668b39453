import CLibpq

/// Receives a connection's notices and passes them on; keeps those of the last exchange.
final class NoticeInbox {
  private let onNotice: (@Sendable (Notice) -> Void)?
  private(set) var recent: [Notice] = []

  init(onNotice: (@Sendable (Notice) -> Void)?) {
    self.onNotice = onNotice
  }

  /// The inbox must live as long as the connection.
  func attach(to connection: OpaquePointer) {
    let address = Unmanaged.passUnretained(self).toOpaque()
    PQsetNoticeReceiver(
      connection,
      { address, result in
        guard let address, let result else { return }
        Unmanaged<NoticeInbox>.fromOpaque(address).takeUnretainedValue().take(Notice(result))
      }, address)
  }

  func clear() { recent = [] }

  private func take(_ notice: Notice) {
    // A loop that raises a notice a row must not fill the memory.
    if recent.count < 100 { recent.append(notice) }
    onNotice?(notice)
  }
}

extension Notice {
  /// Reads a result that libpq owns and frees.
  fileprivate init(_ result: OpaquePointer) {
    func field(_ code: Unicode.Scalar) -> String? {
      PQresultErrorField(result, CInt(code.value)).map { String(cString: $0) }
    }
    severity = field("V") ?? field("S") ?? "NOTICE"
    sqlState = SQLState(field("C") ?? "00000")
    message = field("M") ?? ""
    detail = field("D")
    hint = field("H")
    sourceFunction = field("R")
  }
}
