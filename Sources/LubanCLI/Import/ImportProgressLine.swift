import Glibc
import Luban
import Messages
import Synchronization
import Tabular

/// The progress of an import on a terminal: one line, redrawn ten times a second at most.
final class ImportProgressLine: Sendable {
  private let isShown: Bool
  private let isQuiet: Bool
  private let start = ContinuousClock.now
  private let lastShown = Mutex(ContinuousClock.now - .seconds(1))

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    isShown = !isQuiet && Terminal.isTerminal(STDERR_FILENO)
  }

  func show(_ progress: ImportProgress) {
    if case .waiting(let other) = progress {
      clear()
      return Talk.say("Waiting for \(other).", isQuiet: isQuiet)
    }
    guard isShown else { return }
    let now = ContinuousClock.now
    let text: Message
    switch progress {
    case .reading(let lines, let bytes, let size):
      let isDue = lastShown.withLock { last in
        guard now - last > .milliseconds(100) else { return false }
        last = now
        return true
      }
      guard isDue else { return }
      let fraction = size.map { $0 == 0 ? 0 : Double(bytes) / Double($0) }
      text = ProgressLine.text(
        "\(count: lines, "line")", count: lines, fraction: fraction, elapsed: now - start)
    case .step(let name): text = "\(name) … \(Figures.time(now - start))"
    case .waiting(let other): text = Message(verbatim: other)
    }
    let told = text.told(in: Speech.catalog)
    Talk.write(ProgressLine.replacement(told, width: Terminal.width(STDERR_FILENO) ?? 80), to: STDERR_FILENO)
  }

  func clear() {
    if isShown { Talk.write(ProgressLine.erasure, to: STDERR_FILENO) }
  }
}
