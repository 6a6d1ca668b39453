import Postgres
import Support
import Testing

@testable import Luban

@Suite("Catalog of rules")
struct RuleCatalogTests {
  /// Constraints of every kind, those of domains too, and unique indexes, with a name that somebody chose.
  ///
  /// A primary key that PostgreSQL named is one that Luban draws or counts, or a code of reference data.
  private static let constraints: SQL = """
    select conname::text from pg_constraint
    where connamespace = 'luban'::regnamespace and contype in ('c', 'u', 'x', 'f', 't', 'p')
      and conname !~ '_pkey$'
    union
    select i.relname::text from pg_index x join pg_class i on i.oid = x.indexrelid
    where i.relnamespace = 'luban'::regnamespace and x.indisunique and not x.indisprimary
    """

  /// Words of SQL that look like the name of a rule, and are none.
  private static let otherWords: Set<String> = [
    "enrollment_id_seq", "student_id_seq", "planned_end_on", "job_from_on", "short_term_training",
  ]

  /// Constraint triggers that raise another rule than their name says.
  private static let speaksByAnother: Set<String> = ["agreement_keeps_two_parties"]

  private func catalog(_ office: Office) async throws -> (rules: Set<String>, constraints: Set<String>) {
    try await office.database.read { tx in
      (
        Set(try tx.rows("select name from rule", as: String.self)),
        Set(try tx.rows(Self.constraints, as: String.self)).subtracting(Self.speaksByAnother)
      )
    }
  }

  /// The names of rules that functions, triggers and the steps of the import speak of.
  private func spoken(_ office: Office) async throws -> Set<String> {
    var words: Set<String> = []
    let code = try ["sql/code", "sql/import", "sql/report"].flatMap {
      try SourceFile.all(in: $0, ending: ".sql")
    }
    // The order of triggers names their functions, and no rules.
    for file in code where !file.path.hasSuffix("trigger_order.sql") {
      // The rows of the catalog themselves don't count, nor the functions that are asked after a statement.
      let text = file.lines.filter { line in
        !["  ('", "comment on", "select ask_after("].contains { line.hasPrefix($0) }
      }.joined(separator: "\n")
      words.formUnion(try text.matches("'(?:[a-z_]*:)?([a-z]+(?:_[a-z0-9]+){2,})'"))
      words.formUnion(try text.matches(#"(?:break_rule|refuse_duplicate|refuse_change)\(\s*'([a-z_]+)'"#))
    }
    for file in try SourceFile.all(in: "sql/seed", ending: ".sql") {
      words.formUnion(try file.text.matches(#"(?:break_rule|refuse_duplicate)\('([a-z_]+)'"#))
    }
    for file in try SourceFile.all(in: "Sources/Luban/Import", ending: ".swift") {
      words.formUnion(try file.text.matches("\":([a-z]+(?:_[a-z]+)+)\""))
    }
    for form in ImportForm.all {
      words.formUnion(form.columns.compactMap(\.target?.rule))
      let needed = (form.flat?.made ?? []).compactMap(\.needed)
      words.formUnion(needed.compactMap { $0.split(separator: ":").last.map(String.init) })
    }
    let figures = try await office.reports.indicatorNames()
    let findings = try await office.reports.qualityFindings().map(\.id)
    return words.subtracting(Self.otherWords).subtracting(figures).subtracting(findings)
  }

  @Test("every constraint and every rule raised has its sentence and its way out")
  func words() async throws {
    try await withOffice { office in
      let (rules, constraints) = try await catalog(office)
      #expect(constraints.count > 100)
      #expect(constraints.subtracting(rules).sorted() == [], "constraints without words")
      let unknown = try await spoken(office).subtracting(rules).sorted()
      #expect(unknown == [], "raised without words")
    }
  }

  @Test("no constraint has the name that PostgreSQL gives, but for keys that Luban draws")
  func chosenNames() async throws {
    try await withOffice { office in
      let given = try await office.database.read { tx in
        try tx.rows(
          """
          select conname::text from pg_constraint
          where connamespace = 'luban'::regnamespace and conname ~ '_(fkey|key|check|excl|not_null)[0-9]*$'
          union all
          select i.relname::text from pg_index x join pg_class i on i.oid = x.indexrelid
          where i.relnamespace = 'luban'::regnamespace and i.relname ~ '_(key|idx|excl)[0-9]*$'
          """, as: String.self)
      }
      #expect(given == [])
    }
  }

  @Test("no rule of the catalog is one that nothing raises")
  func raised() async throws {
    try await withOffice { office in
      let (rules, constraints) = try await catalog(office)
      let silent = rules.subtracting(constraints).subtracting(try await spoken(office)).sorted()
      #expect(silent == [])
    }
  }

  @Test("sentences are sentences, and ways out tell what to do")
  func sentences() async throws {
    try await withOffice { office in
      let rows = try await office.database.read { tx in
        try tx.rows(
          "select name, sentence, advice(way_out, actions) from rule",
          as: (String.self, String.self, String.self))
      }
      for (name, sentence, wayOut) in rows {
        #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase == true, "\(name): \(sentence)")
        #expect(wayOut.hasSuffix(".") && wayOut.first?.isLetter == true, "\(name): \(wayOut)")
        #expect(wayOut != sentence, "\(name)")
      }
    }
  }

  @Test("what helps is an action of a closed table, of which each is used")
  func actions() async throws {
    try await withOffice { office in
      let known = Set(try await office.schema.actionWords().sentences.keys)
      let used = try await office.database.read { tx in
        try tx.rows(
          """
          select split_part(a, '(', 1) from rule cross join unnest(actions) a
          union select split_part(a, '(', 1) from report.finding cross join unnest(actions) a
          """, as: String.self)
      }
      #expect(known.count > 50 && known.count <= 80)
      let doctor = try #require(try SourceFile.all(in: "sql", ending: "doctor.sql").first)
      var spoken = Set(used).union(try doctor.text.matches(#"[{,]([a-z_.]+)\([a-z]+\)"#))
      for file in try SourceFile.all(in: "Sources/Luban", ending: ".swift") {
        spoken.formUnion(try file.text.matches(#"Action\("([a-z_.]+)""#))
      }
      #expect(spoken.subtracting(known).sorted() == [], "actions that are not known")
      #expect(known.subtracting(spoken).sorted() == [], "actions that help nobody")
    }
  }

  @Test("no word of the database names a command or an option")
  func fronts() async throws {
    try await withOffice { office in
      let words = try await office.database.read { tx in
        try tx.rows(
          """
          select sentence from rule union all select way_out from rule
          union all select sentence from action union all select holds from import_noun
          union all
          select d.description from pg_description d
          where (d.classoid, d.objoid) in (
              select 'pg_class'::regclass::oid, oid from pg_class where relnamespace::regnamespace::text in ('luban', 'list', 'report')
              union all
              select 'pg_proc'::regclass, oid from pg_proc where pronamespace::regnamespace::text in ('luban', 'list', 'report'))
          """, as: String.self)
      }
      #expect(words.count > 2000)
      #expect(words.filter { $0.contains(/luban | --/) } == [])
      for file in try SourceFile.all(in: "sql", ending: "doctor.sql") {
        #expect(file.lines.filter { !$0.hasPrefix("--") && $0.contains(/luban | --/) } == [])
      }
    }
  }

  @Test("a rule is written once: no other file has words for it")
  func once() throws {
    var homes: [String: [String]] = [:]
    for file in try SourceFile.all(in: "sql/code", ending: ".sql") {
      for name in try file.text.matches(#"(?m)^  \('([a-z0-9_]+)', '"#) {
        homes[name, default: []].append(file.path)
      }
    }
    #expect(homes.count > 100)
    #expect(homes.filter { $0.value.count > 1 }.keys.sorted() == [])
  }
}
