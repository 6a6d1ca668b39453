import ArgumentParser
import Luban
import Synchronization

/// Days that were typed otherwise than YYYY-MM-DD.
///
/// The database reads them, by what reads the days of files; but arguments are parsed before there is a
/// connection. So the first parse only collects them, the database is asked for all at once, and the second
/// parse knows them.
enum TypedDays {
  private static let known = Mutex<[String: Day?]>([:])
  private static let unread = Day("2000-01-01")

  /// The day that was typed; of one that has not been read yet, some day.
  static func day(_ text: String) -> Day? {
    if let day = Day(text) { return day }
    guard text.contains(where: \.isNumber) else { return nil }
    return known.withLock { known in
      if let day = known[text] { return day ?? unread }
      known[text] = .some(nil)
      return unread
    }
  }

  /// The command that the command line means, every day of it read.
  static func parse() async throws -> any ParsableCommand {
    try Speech.check()
    let command = try await Root.asyncParseAsRoot(Speech.arguments)
    let texts = known.withLock { $0.filter { $0.value == nil }.map(\.key) }
    guard !texts.isEmpty else { return command }
    guard let command = command as? any OfficeCommand else {
      throw ValidationError(saying: "Write days YYYY-MM-DD, not \(texts.sorted().joined(separator: ", ")).")
    }
    try await command.withDatabase { office in
      let days = try await office.days(written: texts)
      known.withLock { known in known.merge(days.mapValues(Optional.some)) { $1 } }
    }
    return try await Root.asyncParseAsRoot(Speech.arguments)
  }
}
