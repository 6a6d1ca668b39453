import Luban
import Postgres
import Testing

/// Expects that the work is refused, and by the rule of that name.
func expectBroken(
  _ rule: String, sourceLocation: SourceLocation = #_sourceLocation, _ work: () async throws -> some Any
) async {
  do {
    _ = try await work()
    Issue.record("\(rule) was not broken", sourceLocation: sourceLocation)
  } catch LubanError.ruleBroken(let broken), LubanError.conflict(let broken) {
    #expect(broken.name == rule, sourceLocation: sourceLocation)
    #expect(
      !broken.wayOut.isEmpty || !broken.actions.isEmpty, "\(rule) has no words",
      sourceLocation: sourceLocation)
    #expect(!broken.detail.contains { "{}[]".contains($0) }, sourceLocation: sourceLocation)
  } catch {
    Issue.record("\(rule) should have been broken, but: \(error)", sourceLocation: sourceLocation)
  }
}

/// A statement that breaks a rule, as somebody at psql could.
struct Breach {
  let rule: String
  let sql: SQL

  init(_ rule: String, _ sql: SQL) {
    self.rule = rule
    self.sql = sql
  }
}

extension Office {
  /// Expects each statement to be refused by PostgreSQL with the name of its rule; all are rolled back.
  func expectRefused(_ breaches: [Breach], sourceLocation: SourceLocation = #_sourceLocation) async {
    for breach in breaches {
      do {
        try await database.write { tx in
          try tx.execute(breach.sql)
          // What is checked at the end of the transaction is checked now.
          try tx.execute("set constraints all immediate")
          throw CancellationError()
        }
      } catch PostgresError.server(let error) {
        #expect(error.constraint == breach.rule, "\(error.message)", sourceLocation: sourceLocation)
        if error.sqlState.code == "LB001" {
          let missing = try? await missingValues(of: breach.rule, in: error.detail ?? "")
          #expect(
            missing == [], "\(breach.rule) does not name all of its detail", sourceLocation: sourceLocation)
        }
      } catch {
        Issue.record("\(breach.rule) was not broken: \(error)", sourceLocation: sourceLocation)
      }
    }
  }

  /// What the detail of a rule speaks of, outside of brackets, and the values raised with it do not name; or that
  /// they name something, and it says nothing of it.
  private func missingValues(of rule: String, in values: String) async throws -> [String] {
    try await database.read { tx in
      try tx.rows(
        """
        select p.word[1] from rule r, (select coalesce(nullif(\(values), ''), '{}')::jsonb) v (named),
          regexp_matches(regexp_replace(r.detail, '\\[[^]]*\\]', '', 'g'), '\\{([a-z_]+)\\}', 'g') p (word)
        where r.name = \(rule) and not v.named ? p.word[1]
        union all
        select 'detail' from rule r where r.name = \(rule) and \(values) <> '' and filled(r.detail, \(values)::jsonb) is null
        """, as: String.self)
    }
  }
}
