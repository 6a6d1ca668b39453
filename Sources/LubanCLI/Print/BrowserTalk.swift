import FoundationEssentials
import Glibc
import Luban

/// A browser that is told over two pipes what to open and to print.
///
/// Its protocol: https://chromedevtools.github.io/devtools-protocol/, with `--remote-debugging-pipe`.
/// Messages are JSON and end with a zero byte; it reads them from descriptor 3, and writes to 4.
final class BrowserTalk {
  /// Why there is no PDF.
  struct Failure: Error {
    let words: String
  }

  private let browser: RunningTool
  private let commands: Int32
  private let replies: Int32
  private var pending: [UInt8] = []
  private var last = 0
  private var session: String?

  /// How long a page may take.
  private static let patience: Duration = .seconds(120)

  init(_ program: String, in folder: String) throws {
    var (down, up): ([Int32], [Int32]) = ([0, 0], [0, 0])
    guard pipe(&down) == 0, pipe(&up) == 0 else { throw Failure(words: String(cString: strerror(errno))) }
    // Out of the way of the descriptors that the browser reads and writes, and closed in it.
    let ends = (down + up).map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
    for end in down + up { close(end) }
    defer {
      close(ends[0])
      close(ends[3])
    }
    (commands, replies) = (ends[1], ends[2])
    let log = Glibc.open("\(folder)/log", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(log) }
    var arguments = [
      "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--font-render-hinting=none",
      "--user-data-dir=\(folder)/profile", "--remote-debugging-pipe",
    ]
    // Chromium's sandbox refuses to run as root, as in a container.
    if geteuid() == 0 { arguments.insert("--no-sandbox", at: 0) }
    browser = try RunningTool(
      "Chromium", program, arguments, output: log, errors: log, others: [(ends[0], 3), (ends[3], 4)])
  }

  /// Opens a page to work with.
  func open() throws {
    let target = try ask("Target.createTarget", ["url": "about:blank"])
    session = try ask("Target.attachToTarget", ["targetId": target.targetId ?? ""], flatten: true).sessionId
    _ = try ask("Page.enable")
  }

  /// A page as PDF, on the paper that it asks for.
  func pdf(of address: String) throws -> [UInt8] {
    let opened = try ask("Page.navigate", ["url": address])
    if let words = opened.errorText { throw Failure(words: words) }
    try wait { $0.method == "Page.loadEventFired" }
    let printed = try ask("Page.printToPDF", isPrinting: true)
    guard let data = printed.data.flatMap({ Data(base64Encoded: $0) }) else {
      throw Failure(words: "no data")
    }
    return Array(data)
  }

  /// Has the browser end.
  func end() {
    session = nil
    _ = try? send("Browser.close", nil)
    close(commands)
    close(replies)
    _ = try? browser.status()
  }

  private struct Command: Encodable {
    let id: Int
    let method: String
    let sessionId: String?
    let params: Parameters?
  }

  private struct Parameters: Encodable {
    var url: String?
    var targetId: String?
    var flatten: Bool?
    var preferCSSPageSize: Bool?
    var printBackground: Bool?
  }

  fileprivate struct Reply: Decodable {
    var id: Int?
    var method: String?
    var result: Result?
    var error: Complaint?

    struct Complaint: Decodable { let message: String }
    struct Result: Decodable {
      var targetId: String?
      var sessionId: String?
      var errorText: String?
      var data: String?
    }
  }

  private func ask(
    _ method: String, _ values: [String: String] = [:], flatten: Bool? = nil, isPrinting: Bool? = nil
  ) throws -> Reply.Result {
    let id = try send(
      method,
      Parameters(
        url: values["url"], targetId: values["targetId"], flatten: flatten, preferCSSPageSize: isPrinting,
        printBackground: isPrinting))
    let reply = try wait { $0.id == id }
    if let complaint = reply.error { throw Failure(words: complaint.message) }
    return reply.result ?? Reply.Result()
  }

  private func send(_ method: String, _ parameters: Parameters?) throws -> Int {
    last += 1
    let command = Command(id: last, method: method, sessionId: session, params: parameters)
    var rest = [UInt8](try JSONEncoder().encode(command))[...] + [0]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(commands, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure(words: String(cString: strerror(errno))) }
      rest = rest.dropFirst(count)
    }
    return last
  }

  /// Reads until the reply that is meant; others tell of what nobody asked.
  @discardableResult
  private func wait(_ isMeant: (Reply) -> Bool) throws -> Reply {
    let end = ContinuousClock.now + Self.patience
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      while let stop = pending.firstIndex(of: 0) {
        let message = Data(pending[..<stop])
        pending.removeFirst(stop + 1)
        if let reply = try? JSONDecoder().decode(Reply.self, from: message), isMeant(reply) { return reply }
      }
      if Task.isCancelled { throw CancellationError() }
      guard ContinuousClock.now < end else { throw Failure(words: "It did not answer.") }
      var polled = pollfd(fd: replies, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, 100) > 0 else { continue }
      let count = read(replies, &chunk, chunk.count)
      guard count > 0 else { throw Failure(words: "It ended.") }
      pending += chunk[..<count]
    }
  }
}
