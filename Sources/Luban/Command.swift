import FoundationEssentials
import Postgres
import Synchronization

/// The key of one writing command, kept through all its retries.
struct CommandKey: Sendable, SQLEncodable {
  static var sqlType: SQLType { .uuid }
  let uuid = UUID()
  var sqlText: String? { uuid.uuidString.lowercased() }
}

extension Office {
  /// Runs a writing command: one transaction, done once however often it has to be sent.
  ///
  /// When the answer to a COMMIT is lost, nobody can tell whether it took place. So each command leaves its
  /// key with its result in the same transaction. The first attempt writes the key last, with the result,
  /// which costs one statement. A retry writes it first: that waits for an attempt still in flight, and where
  /// the key is taken the work was done and its result is read.
  ///
  /// - Parameter name: the command as people type it, "enrollment withdraw".
  func perform<Outcome: Codable & Sendable>(
    _ name: String, _ body: @Sendable (Transaction) throws -> Outcome
  ) async throws -> Outcome {
    try await perform(name) { tx, _ in try body(tx) }
  }

  /// The same for a command whose work names the key it was done under.
  func perform<Outcome: Codable & Sendable>(
    _ name: String, _ body: @Sendable (Transaction, CommandKey) throws -> Outcome
  ) async throws -> Outcome {
    let key = CommandKey()
    let attempts = Atomic(0)
    return try await write { tx in
      let isRetry = attempts.add(1, ordering: .relaxed).oldValue > 0
      if isRetry {
        let isMine = try tx.execute(
          "insert into command (key, name) values (\(key), \(name)) on conflict do nothing")
        if isMine == 0 {
          let stored = try tx.one("select result::text from command where key = \(key)", as: String.self)
          return try JSONDecoder().decode(Outcome.self, from: Data(stored.utf8))
        }
      }
      let outcome = try body(tx, key)
      let result = String(decoding: try JSONEncoder().encode(outcome), as: UTF8.self)
      try tx.execute(
        """
        insert into command (key, name, result) values (\(key), \(name), \(result, as: .jsonb))
        on conflict (key) do update set result = excluded.result
        """)
      return outcome
    }
  }
}

extension Office {
  /// Runs a writing command, or only shows what would come of it: then all of it is done, and undone again.
  func perform<Outcome: Codable & Sendable>(
    _ name: String, isDryRun: Bool, _ body: @Sendable (Transaction) throws -> Outcome
  ) async throws -> Outcome {
    isDryRun ? try await undoing(body) : try await perform(name, body)
  }

  /// Writes, and undoes all of it again.
  func undoing<Outcome: Sendable>(
    _ body: @Sendable (Transaction) throws -> Outcome
  ) async throws -> Outcome {
    do {
      return try await write { tx in throw Undone(outcome: try body(tx)) }
    } catch let undone as Undone<Outcome> {
      return undone.outcome
    }
  }
}

/// Rolls the transaction back and carries out what was found in it.
private struct Undone<Outcome: Sendable>: Error {
  let outcome: Outcome
}
