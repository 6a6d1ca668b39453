import Postgres
import Synchronization
import Tabular

/// Files of any noun: checked whole, taken in whole, or not at all.
public struct Imports: Sendable {
  let office: Office

  /// Takes a file in, in one transaction.
  ///
  /// All problems of all lines are found in one pass. Unless the request skips what is invalid, one refused
  /// line refuses the file; a dry run does everything and undoes it, so that its counts are the real ones.
  ///
  /// - Parameter progress: called often while the file is read, and once for each step after that.
  /// - Throws: `ReadingError` and `HeaderMappingError` for a file that can't be read, ``LubanError`` for the
  ///   rest.
  public func run(
    _ request: ImportRequest, progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    let sweep = try await Sweep(office)
    let isReplayable = request.path != "-"
    let attempts = Atomic(0)
    do {
      return try await office.perform("import \(request.noun.name)") { tx, key in
        if attempts.add(1, ordering: .relaxed).oldValue > 0, !isReplayable {
          throw LubanError.connection(
            "The connection was lost, and a pipe can't be read twice. Nothing was written.")
        }
        tx.deadline = office.bulkDeadline
        var run = try ImportRun(request, tx, key, deadline: office.bulkDeadline, progress)
        let outcome = try run.outcome()
        guard outcome.isKept else { throw NotKept(outcome: outcome) }
        return outcome
      }
    } catch let error as ReadingError where error.fault == .stopped {
      throw CancellationError()
    } catch let undone as NotKept {
      try await sweep.undone()
      return undone.outcome
    }
  }
}

/// Rolls the transaction back and carries out what was found in it.
private struct NotKept: Error {
  let outcome: ImportOutcome
}
