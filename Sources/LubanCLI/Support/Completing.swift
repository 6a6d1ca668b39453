import ArgumentParser
import Luban
import Postgres

/// What a shell offers when the tab key is pressed.
///
/// It is asked of the database that the command line means, where that answers at once; nothing is made,
/// started or migrated for it, nothing is said, and what can't be told is left to who types.
enum Completing {
  /// The codes of a noun.
  static func codes(_ column: CodeColumn) -> CompletionKind {
    .custom { words, _, typed in
      let found = await ask(TypedWords(words)) { try await $0.codes(column, beginningWith: typed) }
      return found.map { $0.continuing(typed) }
    }
  }

  /// The numbers of students: of the cohort or the workshop that the command line names, or of all.
  static let students = CompletionKind.custom { words, _, typed in
    let words = TypedWords(words)
    let parts = typed.split(separator: "/", omittingEmptySubsequences: false)
    let workshop = parts.count > 1 ? String(parts[0]) : words.workshop
    let found = await ask(words) {
      try await $0.students.numbers(
        beginningWith: parts.last.map(String.init) ?? "", workshop: workshop.map { WorkshopCode($0) },
        cohort: words.value(of: "--cohort").map { CohortCode($0) })
    }
    return found.map { (parts.count > 1 ? "\(parts[0])/\($0)" : $0).continuing(typed) }
  }

  /// The columns of the listing that the command line asks for, the last of several separated by commas.
  ///
  /// - Parameter sign: whether a dash in front is part of what is typed, and not of the name.
  static func columns(signed sign: Bool = false) -> CompletionKind {
    .custom { words, index, typed in
      let words = TypedWords(words)
      let there = await ask(words) { office in
        let command = try await Root.asyncParseAsRoot(words.without(valueAt: index))
        guard let command = command as? any ListingCommand else { return [] }
        return try await command.rows(of: office).columns.map(\.name)
      }
      let named = typed.split(separator: ",", omittingEmptySubsequences: false).dropLast()
      let begun = named.map { $0 + "," }.joined()
      let dash = sign && typed.dropFirst(begun.count).hasPrefix("-") ? "-" : ""
      return there.filter { !named.contains(Substring($0)) }.map { begun + dash + $0 }
    }
  }

  private static func ask(
    _ words: TypedWords, _ question: (Office) async throws -> [String]
  ) async -> [String] {
    let named = ConnectionOptions.settings(named: words.value(of: "--dsn"))
    let office = Office(
      maxConnections: 1, deadlines: Deadlines(statement: .seconds(1), grace: .zero), retry: .none
    ) {
      guard var settings = try named ?? ConnectionOptions.privateCluster().settingsIfRunning() else {
        throw CancellationError()
      }
      settings.overrides["connect_timeout"] = "2"
      return settings
    }
    return (try? await question(office)) ?? []
  }
}

/// The words of a command line, as a shell has them when the tab key is pressed.
struct TypedWords: Sendable {
  private let words: [String]

  /// Words from the name of the program on; of those within quotes, what stands in these.
  init(_ words: [String]) {
    self.words = words.map { word in
      guard let quote = word.first, quote == "\"" || quote == "'" else { return word }
      return String(word.dropFirst().prefix { $0 != quote })
    }
  }

  /// What an option was given; `nil` where it is not there.
  func value(of option: String) -> String? {
    if let place = words.firstIndex(of: option), place + 1 < words.count { return words[place + 1] }
    return words.first { $0.hasPrefix("\(option)=") }.map { String($0.dropFirst(option.count + 1)) }
  }

  var workshop: String? { value(of: "--workshop") ?? ConnectionOptions.environment("LUBAN_WORKSHOP") }

  /// The arguments without the option whose value is being typed.
  func without(valueAt index: Int) -> [String] {
    guard words.indices.contains(index) else { return Array(words.dropFirst()) }
    let first = words[index].hasPrefix("--") ? index : index - 1
    return words.indices.dropFirst().filter { !(first...index).contains($0) }.map { words[$0] }
  }
}

extension String {
  /// The same, but what has been typed of it in the case in which it was typed.
  fileprivate func continuing(_ typed: String) -> String {
    lowercased().hasPrefix(typed.lowercased()) ? typed + dropFirst(typed.count) : self
  }
}
