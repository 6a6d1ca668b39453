import Postgres
import Synchronization

/// Lets a transaction through if the schema is that of this program; asks once in the life of an office.
final class SchemaGate: Sendable {
  private let isOpen = Atomic(false)

  func check(_ tx: Transaction) throws {
    if isOpen.load(ordering: .relaxed) { return }
    do {
      if let problem = try Self.difference(tx) { throw LubanError.schema(problem) }
    } catch let error as PostgresError where ["42P01", "3F000"].contains(error.serverError?.sqlState.code) {
      // One look is one round trip less for every command; there is no view where there is no schema.
      throw LubanError.schema(.missing)
    }
    isOpen.store(true, ordering: .relaxed)
  }

  /// What is wrong with the schema, if anything.
  static func problem(_ tx: Transaction) throws -> SchemaProblem? {
    guard try tx.one("select to_regclass('luban.schema_version') is not null", as: Bool.self) else {
      return .missing
    }
    return try difference(tx)
  }

  private static func difference(_ tx: Transaction) throws -> SchemaProblem? {
    let (found, code) = try tx.one(
      "select number, code from luban.schema_version", as: (Int.self, String.self))
    let wanted = Migration.all.count
    if found < wanted { return .older(found: found, wanted: wanted) }
    if found > wanted { return .newer(found: found, wanted: wanted) }
    return code == Migration.codeChecksum ? nil : .otherCode
  }
}
