import ArgumentParser
import FoundationEssentials
import Glibc

/// Lays Luban beside what psql can do on the same server, prints the figures, and writes them down.
@main
struct Benchmarks: ParsableCommand {
  enum Yardstick: String, CaseIterable, ExpressibleByArgument {
    case startUp = "start-up", imports, lessons, reading, records, reports, workbooks, writes
  }

  static let configuration = CommandConfiguration(
    commandName: "make bench", abstract: "Measures Luban against psql on the same server.")

  @Option(help: "The release binary.")
  var luban = ".build/release/luban"
  @Option(help: "Sizes of the imported files, the largest last.")
  var sizes = "10000,100000,1000000"
  @Option(help: "Cohorts of a thousand students with a hundred sessions each, for the learning record.")
  var cohorts = 100
  @Option(
    name: .customLong("only"),
    help: "Measure only this; may be repeated. reading needs imports, reports needs records.")
  var only: [Yardstick] = []
  @Option(help: "Write the figures to this page.")
  var page: String?

  /// At once, also into a pipe.
  private static func say(_ line: String) {
    var bytes = Array("\(line)\n".utf8)
    _ = write(STDOUT_FILENO, &bytes, bytes.count)
  }

  func run() throws {
    let yard = try Yard(luban: luban)
    defer { yard.clear() }
    var comparisons: [Comparison] = []
    func tell(_ comparison: Comparison) {
      Self.say(comparison.line)
      comparisons.append(comparison)
    }
    func measure(_ yardstick: Yardstick, _ work: (_ tell: Tell) throws -> Void) throws {
      if only.isEmpty || only.contains(yardstick) { try work(tell) }
    }
    let sizes = sizes.split(separator: ",").compactMap { Int($0) }
    try measure(.startUp) { try startUp(yard, $0) }
    try measure(.imports) { try Imports(yard: yard).compare(sizes: sizes, $0) }
    try measure(.reading) { try Reading(yard: yard).compare($0) }
    try measure(.writes) { try Writes(yard: yard).compare($0) }
    try measure(.workbooks) {
      try Workbooks(yard: yard, imports: Imports(yard: yard)).compare(sizes: sizes, $0)
    }
    try measure(.lessons) { try Lessons(yard: yard).compare($0) }
    try measure(.records) { try Records(yard: yard, cohorts: cohorts).compare($0) }
    try measure(.reports) { try Reports(yard: yard).compare($0) }
    if let page { try Data(Figures(comparisons, yard).text.utf8).write(to: URL(filePath: page)) }
  }
}
