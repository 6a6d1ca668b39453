import Luban
import Support
import Testing

@Suite("The gate before the schema")
struct GateTests {
  @Test(
    "who meets another schema is told so, by a listing, a file of it, a query or a command, and changes nothing",
    arguments: [
      ("begin update luban.code_state set code = 'another'; end", SchemaProblem.otherCode),
      ("begin delete from luban.code_state; drop function luban.begin_writing() cascade; end", .otherCode),
      ("begin drop schema luban cascade; end", .missing),
    ])
  func problem(_ change: String, _ problem: SchemaProblem) async throws {
    try await withOffice(isWellInTheEnd: false) { ready in
      try await ready.database.write { try $0.runScript("do \(change, as: .unknown)") }
      let asks: [@Sendable (Office) async throws -> Void] = [
        { _ = try await $0.rows(of: $0.schema.people(1, seed: 1)) },
        { _ = try await $0.csv($0.courses.list()) },
        { _ = try await $0.rows(of: $0.courses.list()) },
        { _ = try await $0.programs.show("LOG") },
        { try await $0.course("X-1") },
      ]
      for ask in asks {
        // Each through a gate of its own, as in a program that has just begun.
        let office = Office(database: ready.database)
        await #expect(throws: LubanError.schema(problem)) { try await ask(office) }
      }
    }
  }
}
