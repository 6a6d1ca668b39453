import FoundationEssentials
import Glibc
import Luban
import Tabular

/// Chromium without a window, which turns a page into PDF.
enum Browser {
  private static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

  /// Writes a page as PDF.
  ///
  /// - Throws: ``LubanError/unreadable(_:)`` where no browser is installed, or it fails.
  static func print(_ page: String, to path: String) throws {
    guard let program = installed else {
      throw LubanError.invalidData(
        """
        PDF needs Chromium, which is not installed (\(names.joined(separator: ", "))). \
        Write HTML and print it from any browser: --output certificate.html.
        """)
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "luban-print-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let source = folder.appending(path: "page.html")
    let result = folder.appending(path: "page.pdf")
    try Data(page.utf8).write(to: source)
    let log = open(folder.appending(path: "log").path, O_WRONLY | O_CREAT, 0o600)
    defer { close(log) }
    var arguments = [
      "--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer", "--disable-extensions",
      "--user-data-dir=\(folder.path)/profile", "--print-to-pdf=\(result.path)", "file://\(source.path)",
    ]
    // Chromium's sandbox refuses to run as root, as in a container.
    if geteuid() == 0 { arguments.insert("--no-sandbox", at: 0) }
    let tool = try RunningTool("Chromium", program, arguments, output: log, errors: log)
    guard try tool.hasSucceeded(), let pdf = try? Data(contentsOf: result) else {
      let said = (try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)) ?? ""
      throw LubanError.invalidData("\(program) did not write a PDF. It said:\n\(said)")
    }
    let file = try OutputFile(path: path)
    do {
      try pdf.withUnsafeBytes { try file.sink.write($0) }
      try file.sink.flush()
      try file.commit()
    } catch {
      file.discard()
      throw error
    }
  }

  private static var installed: String? {
    let folders = (getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin").split(separator: ":")
    for name in names {
      for folder in folders where access("\(folder)/\(name)", X_OK) == 0 { return "\(folder)/\(name)" }
    }
    return nil
  }
}
