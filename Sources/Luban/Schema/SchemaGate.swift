import Postgres
import Synchronization

/// Lets a transaction through if the schema is that of this program; asks once in the life of an office.
final class SchemaGate: Sendable {
  private let isOpen = Atomic(false)

  func check(_ tx: Transaction) throws {
    if isOpen.load(ordering: .relaxed) { return }
    do {
      if let problem = try Migrator.luban.difference(tx) { throw LubanError.schema(problem) }
    } catch let error as PostgresError where ["42P01", "3F000"].contains(error.serverError?.sqlState.code) {
      // One look is one round trip less for every command; there is no view where there is no schema.
      throw LubanError.schema(.missing)
    }
    isOpen.store(true, ordering: .relaxed)
  }
}
