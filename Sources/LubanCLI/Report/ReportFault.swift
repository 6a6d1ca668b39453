import Messages

/// Why a file of a report, or a pack of them, can't be made or made anew.
enum ReportFault: SaidError {
  /// A command line is of no report that makes a file.
  case noReport
  /// A file has no manifest.
  case noManifest(file: String)
  /// A file was made from another database than this one.
  case otherDatabase(file: String, since: String, here: String)
  /// A line of a pack, or the command of a manifest, makes no report.
  case line(Message, reason: String, Exit)
  /// A folder is no pack.
  case noPack(String)

  var said: Message {
    switch self {
    case .noReport: "This is no command that makes a file of a report."
    case .noManifest(let file):
      "\(file) has no manifest, neither within it nor beside it as \(ReportFile.manifest(beside: file))."
    case .otherDatabase(let file, let since, let here):
      "\(file) was made from a database that there is since \(since); this one there is since \(here)."
    case .line(let place, let reason, _): "\(place): \(reason)"
    case .noPack(let path):
      PackPage.isPage(path)
        ? "\(path) is no page of a pack: it does not tell how it was made."
        : "\(path) is no pack: it has no \(PackManifest.name) that can be read."
    }
  }

  var exit: Exit {
    switch self {
    case .noReport: .usage
    case .noManifest, .noPack: .unreadable
    case .otherDatabase: .invalidData
    case .line(_, _, let exit): exit
    }
  }

  /// What is said where a report that is made anew is not what it was.
  static func other(madeBy: String, knownAt: String?) -> Message {
    if let knownAt { return "as known at \(knownAt) the database tells something else." }
    return madeBy == Version.text
      ? "the database tells something else than when it was written."
      : "\(madeBy) made it, and \(Version.text) tells something else."
  }

  /// Says where an error is, and keeps its exit code; of one that stops everything it is as it is.
  static func at<Value>(
    _ place: Message, in line: [String], _ work: () async throws -> Value
  ) async throws -> Value {
    do { return try await work() } catch let error where !(error is CancellationError) {
      let told = Failure.told(error, in: line)
      throw ReportFault.line(place, reason: told.words, told.exit)
    }
  }
}
