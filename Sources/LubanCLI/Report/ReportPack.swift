import ArgumentParser
import Luban
import Messages
import Tabular

struct ReportPack: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Makes the reports of a list, all of them or none.",
    discussion: """
      The list has one report a line, each with its file; lines may be empty, and # begins a remark. All \
      are checked before the first is made, and all are known at one time. A line that names no day or no \
      time takes that of the pack. Neither the environment nor its language counts, only what is said: \
      workbooks and pages are in English without --lang. The folder is there when it is complete, with \
      manifest.json, which has the SHA-256 of each file. Where --out ends in .html, all reports stand on \
      one page, and a line needs no file.

      Examples:
        printf '%s\\n' 'report overview --by country --output overview.csv' \\
          'report cohort --totals --output cohorts.xlsx' > term.txt
        luban report pack term.txt --as-of 2026-06-30 --out term
        luban report pack term.txt --as-of 2026-06-30 --out term.html --lang ru
      """)

  @Argument(help: "The list; - for standard input.", completion: .file())
  var file: String
  @Option(
    help: ArgumentHelp("The folder, which is made; or a page, ending in .html.", valueName: "folder"),
    completion: .directory)
  var out: String
  @Option(help: ArgumentHelp("The day, where a line names none.", valueName: "day"))
  var asOf = Day.today
  @Option(help: ArgumentHelp("The time, where a line names none; now unless given.", valueName: "time"))
  var knownAt: String?
  @OptionGroup var connection: ConnectionOptions

  func run(_ office: Office) async throws {
    try await PackPage.isPage(out) ? makePage(office) : makeFolder(office)
  }

  /// A report of the list.
  private struct Report {
    let place: Message
    let line: ReportLine
    /// Its file in the folder; empty on a page.
    let name: String
    let making: ReportMaking
  }

  /// Reads the list; the reports are to go into a folder, or onto one page.
  private func reports(_ office: Office, into folder: OutputFolder?) async throws -> [Report] {
    let list = try ByteSource(path: file).text()
    let usual = ReportMaking.Times(asOf: asOf, knownAt: try await office.settled(at: knownAt).iso)
    var reports: [Report] = []
    for (number, text) in zip(1..., list.split(separator: /\r?\n/, omittingEmptySubsequences: false)) {
      let words = ReportLine.words(of: text)
      if words == [] { continue }
      let place: Message = "\(file), line \(number)"
      try await ReportFault.at(place, in: words ?? []) {
        guard let words else { throw LubanError.usage("A quote is not closed.") }
        let line = try await ReportLine(
          words, onPage: folder == nil, usually: Speech.asked ?? .english, by: office, on: connection)
        let name = try folder == nil ? "" : name(of: line, after: reports.map(\.name))
        let making = try await line.making(to: folder.map { "\($0.part)/\(name)" }, usually: usual)
        reports.append(Report(place: place, line: line, name: name, making: making))
      }
    }
    if reports.isEmpty { throw LubanError.invalidData("\(file) has no report.") }
    return reports
  }

  private func makeFolder(_ office: Office) async throws {
    let folder = try OutputFolder(path: out)
    var pack = PackManifest(database: try await office.schema.begunAt().iso, madeBy: Version.text)
    let reports = try await reports(office, into: folder)
    for report in reports {
      try await ReportFault.at(report.place, in: report.line.words) {
        pack.add(report.name, try await report.line.write(report.making))
      }
    }
    let digest = try pack.write(in: folder.part)
    try folder.commit()
    try Talk.print(
      "Packed \(count: reports.count, "report") in \(out). SHA-256 of its manifest: \(digest)")
  }

  private func makePage(_ office: Office) async throws {
    var page = PackPage(database: try await office.schema.begunAt().iso)
    var printed: [[String: any Sendable]] = []
    for report in try await reports(office, into: nil) {
      try await ReportFault.at(report.place, in: report.line.words) {
        printed.append(try await report.line.printed(report.making))
      }
      page.commands.append(report.making.manifest.command)
    }
    let digest = try page.write(try page.html(of: printed), to: out)
    try Talk.print("Packed \(count: printed.count, "report") in \(out). SHA-256 of the page: \(digest)")
  }

  /// The file that a line names, which is one of the folder, and its own.
  private func name(of line: ReportLine, after others: [String]) throws -> String {
    guard let name = line.command.listing.output else {
      throw LubanError.usage("Each report of a pack names its file with --output.")
    }
    guard !name.contains("/"), !name.hasPrefix("."), !name.hasSuffix(PackManifest.name) else {
      throw LubanError.usage("\(name) is no name for a file of a pack.")
    }
    if others.contains(name) { throw LubanError.usage("\(name) is the file of another line as well.") }
    return name
  }
}
