import FoundationEssentials
import Glibc
import Luban
import Messages

/// Chromium without a window, which turns pages into PDF.
enum Browser {
  private static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

  /// Each page as a PDF, by one browser.
  ///
  /// - Parameter progress: is told how many are made.
  /// - Throws: ``LubanError/invalidData(_:)`` where no browser is installed, or it fails.
  static func pdfs(of pages: [String], progress: (Int) -> Void = { _ in }) throws -> [[UInt8]] {
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
    let talk = try BrowserTalk(program, in: folder.path)
    defer { talk.end() }
    do {
      try talk.open()
      let source = folder.appending(path: "page.html")
      return try pages.enumerated().map { nth, page in
        try Data(page.utf8).write(to: source)
        let pdf = try talk.pdf(of: "file://\(source.path)")
        progress(nth + 1)
        return pdf
      }
    } catch let failure as BrowserTalk.Failure {
      let log = (try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)) ?? ""
      throw LubanError.invalidData("\(program) did not write a PDF. It said:\n\(failure.words)\n\(log)")
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
