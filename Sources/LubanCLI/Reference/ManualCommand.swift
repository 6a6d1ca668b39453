import ArgumentParser
import FoundationEssentials

/// Writes the manual pages for `make install`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Writes the manual pages of all commands.",
    discussion: "Example:\n  luban reference manual man1")

  @Argument(help: "Folder to write them to, which is made.")
  var folder: String

  func run() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for page in ManualPage.all(of: try CommandDump.root()) {
      try Data(page.text.utf8).write(to: URL(filePath: "\(folder)/\(page.file)"))
    }
  }
}
