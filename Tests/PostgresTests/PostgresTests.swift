import Postgres
import Testing

@Test("smoke")
func smoke() async throws {
  let database = TestServer.shared.database()
  let one = try await database.read { tx in try tx.one("select \(1)", as: Int.self) }
  #expect(one == 1)
  let (a, b) = try await database.write { tx in
    try tx.execute("create temp table t (i int, s text) on commit drop")
    let n = try tx.copyIn("copy t from stdin") { b in
      b.append(1); b.append("a\tb\\"); b.endRow()
      return false
    }
    #expect(n == 1)
    return try tx.one("select i, s from t", as: (Int.self, String.self))
  }
  #expect(a == 1)
  #expect(b == "a\tb\\")
}
