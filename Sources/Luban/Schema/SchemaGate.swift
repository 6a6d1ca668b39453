import Postgres
import Synchronization

/// Lets a transaction through if the schema is that of this program; asks once in the life of an office.
final class SchemaGate: Sendable {
  private let isOpen = Atomic(false)

  /// Runs a body, whose first statement the question travels with.
  func passing<Value>(_ tx: Transaction, _ body: (Transaction) throws -> Value) throws -> Value {
    if isOpen.load(ordering: .relaxed) { return try body(tx) }
    try tx.ahead(Migrator.luban.refusal)
    let value = try body(tx)
    if tx.isSent { isOpen.store(true, ordering: .relaxed) }
    return value
  }

  /// Whether an error may come of another schema: it says so, or something is not there.
  func isShut(by error: PostgresError) -> Bool {
    guard let error = error.serverError else { return false }
    return error.constraint == Migrator.gateRule
      || ["42P01", "42883", "3F000"].contains(error.sqlState.code)
  }

  /// Says how the schema differs, if it does.
  func check(_ tx: Transaction) throws {
    do {
      if let problem = try Migrator.luban.difference(tx) { throw LubanError.schema(problem) }
    } catch let error as PostgresError where ["42P01", "3F000"].contains(error.serverError?.sqlState.code) {
      // There is no view where there is no schema.
      throw LubanError.schema(.missing)
    }
  }
}
