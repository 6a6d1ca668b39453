import ArgumentParser
import Luban
import Messages
import Tabular

struct ReportVerify: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Makes the reports of a pack anew, and compares.",
    discussion: """
      First the files are compared with the SHA-256 that manifest.json has of each, then each report is \
      made anew, as luban report again does. What differs is told by file, row and column, and the command \
      ends with 6. With --known-at it tells what was corrected by then. --files-only asks no database. Of \
      a page of reports it is told whether it is the same.

      Examples:
        luban report verify term
        luban report verify term.html
        luban report verify term --files-only
      """)

  @Argument(help: "The folder, or the page.", completion: .file())
  var folder: String
  @Flag(help: "Only compare the files with their SHA-256.")
  var filesOnly = false
  @OptionGroup var known: KnownOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ office: Office) async throws {
    if PackPage.isPage(folder) { return try await verifyPage(office) }
    let pack = try PackManifest(in: folder)
    var areSame = true
    func tell(_ name: String, _ differences: [Message]) throws {
      try Talk.print(name, differences)
      areSame = areSame && differences.isEmpty
    }
    for file in pack.files {
      let sha256 = try? PackManifest.sha256(of: "\(folder)/\(file.name)")
      var differences: [Message] =
        switch sha256 {
        case nil: ["it is missing, or can't be read."]
        case file.sha256?: []
        default: ["its bytes are others than when it was packed."]
        }
      if let command = file.command, sha256 != nil, !filesOnly {
        if let report = try? ReportFile("\(folder)/\(file.name)"), report.manifest.command == command {
          differences += try await report.differences(by: office, on: connection, knownAt: known.knownAt)
        } else {
          differences.append("its manifest is not the one that it was packed with.")
        }
      }
      try tell(file.name, differences)
    }
    let known = Set(pack.files.map(\.name) + [PackManifest.name])
    for name in OutputFolder.names(in: folder) where !known.contains(name) {
      try tell(name, ["it is none of the pack." as Message])
    }
    let digest = try PackManifest.sha256(of: "\(folder)/\(PackManifest.name)")
    try Talk.print("SHA-256 of the manifest of \(folder): \(digest)")
    if !areSame { throw Exit.invalidData.code }
  }

  private func verifyPage(_ office: Office) async throws {
    let (page, sha256) = try PackPage.read(folder)
    var differences: [Message] = []
    if sha256 != page.sha256 { differences.append("it was changed since it was written.") }
    if !filesOnly {
      let anew = try await page.sha256Anew(of: folder, by: office, on: connection, knownAt: known.knownAt)
      if anew != page.sha256 {
        differences.append(ReportFault.other(madeBy: page.madeBy, knownAt: known.knownAt))
      }
    }
    try Talk.print(folder, differences)
    if !differences.isEmpty { throw Exit.invalidData.code }
  }
}
