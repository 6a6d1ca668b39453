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
    return try await parse(Speech.arguments)
  }

  /// The command that some words mean, the days in them read by an office, or else by the command's own.
  static func parse(_ words: [String], by office: Office? = nil) async throws -> any ParsableCommand {
    let command = try await Root.asyncParseAsRoot(words)
    let texts = known.withLock { $0.filter { $0.value == nil }.map(\.key) }
    guard !texts.isEmpty else { return command }
    func read(_ office: Office) async throws {
      let days = try await office.days(written: texts)
      known.withLock { known in known.merge(days.mapValues(Optional.some)) { $1 } }
    }
    if let office {
      try await read(office)
    } else if let command = command as? any OfficeCommand {
      try await command.withDatabase(read)
    } else {
      throw ValidationError(saying: "Write days YYYY-MM-DD, not \(texts.sorted().joined(separator: ", ")).")
    }
    return try await Root.asyncParseAsRoot(words)
  }
}
