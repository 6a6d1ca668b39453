import Postgres
import Support
import Testing

@testable import Luban

/// What flat files declare of their tables is what the tables are.
@Suite("Flat files and their tables")
struct FlatImportTests {
  /// What the catalog says of a column.
  private struct Attribute {
    let name: String
    let type: String
    let isNeeded: Bool
    let references: String?
    let key: String?
    /// Whether it is a day of what has happened, of what is intended, or no day.
    let dayKind: String?
  }

  private func attributes(of table: String, _ office: Office) async throws -> [String: Attribute] {
    let rows = try await office.database.read { tx in
      try tx.rows(
        """
        select a.attname, format_type(a.atttypid, null), a.attnotnull and not a.atthasdef and a.attidentity = '',
          f.confrelid::regclass::text, f.conname, d.kind::text
        from pg_attribute a
        left join day_rule d on (d.table_name, d.column_name) = (\(table), a.attname)
        left join lateral (
          select f.confrelid, f.conname from pg_constraint f
          where f.conrelid = a.attrelid and f.contype = 'f' and f.conkey[cardinality(f.conkey)] = a.attnum
          order by cardinality(f.conkey) limit 1) f on true
        where a.attrelid = \(table)::regclass and a.attnum > 0 and not a.attisdropped
        """, as: (String.self, String.self, Bool.self, String?.self, String?.self, String?.self))
    }
    return Dictionary(
      uniqueKeysWithValues: rows.map {
        ($0, Attribute(name: $0, type: $1, isNeeded: $2, references: $3, key: $4, dayKind: $5))
      })
  }

  private static let flat = ImportForm.all.filter { $0.flat != nil }

  @Test("there are some")
  func some() { #expect(Self.flat.count > 2) }

  @Test("each column is written into one of its type, and says what is broken without it", arguments: flat)
  func columns(_ form: ImportForm) async throws {
    let flat = try #require(form.flat)
    try await withOffice { office in
      let attributes = try await attributes(of: flat.table, office)
      for column in form.columns {
        guard let target = column.target else {
          #expect(
            ImportColumn.withNameParts(flat.line.columns).contains(column),
            "\(column.name) is written into nothing")
          continue
        }
        if target.isPart { continue }
        let attribute = try #require(attributes[target.column], "\(column.name) into \(target.column)")
        switch target.kind {
        case .text, .title, .codes:
          #expect(["text", "person_name", "language_tag"].contains(attribute.type), "\(column.name)")
        case .code: #expect(attribute.type == "code", "\(column.name)")
        case .day(let isFact):
          #expect(attribute.type == "date", "\(column.name)")
          #expect(attribute.dayKind == (isFact ? "fact" : "plan"), "\(column.name)")
        case .number: #expect(attribute.type == "numeric", "\(column.name)")
        case .count: #expect(attribute.type == "integer", "\(column.name)")
        case .smallCount: #expect(attribute.type == "smallint", "\(column.name)")
        case .titles: Issue.record("\(column.name) is written by itself")
        case .listed(let table, _): #expect(attribute.references == table, "\(column.name)")
        case .city: #expect(attribute.type == "integer", "\(column.name)")
        case .word(let type):
          #expect(attribute.type == (type == "bool" ? "boolean" : type), "\(column.name)")
          let words = try #require(column.words, "\(column.name) is of no list")
          _ = try await office.database.read { tx in
            try tx.rows(
              "select means::\(identifier: type)::text from word where kind = \(words)", as: String.self)
          }
        case .reference(let table, let isOfWorkshop):
          #expect(attribute.references == table, "\(column.name)")
          // Who takes what is not there away speaks by the key of the workshop's own, too.
          #expect(isOfWorkshop || attribute.key == target.rule, "\(column.name) speaks not by its key")
        }
        if attribute.isNeeded, target.value == nil, target.kind != .code {
          #expect(target.isNeeded, "\(column.name) is needed")
        }
      }
    }
  }

  @Test("a row is written whole, and known by a key of its table", arguments: flat)
  func rows(_ form: ImportForm) async throws {
    let flat = try #require(form.flat)
    try await withOffice { office in
      let attributes = try await attributes(of: flat.table, office)
      let targets = form.columns.compactMap(\.target).filter { !$0.isPart }
      let written = Set(flat.line.key + targets.map(\.column) + flat.made.map(\.column))
      #expect(attributes.values.filter(\.isNeeded).map(\.name).filter { !written.contains($0) } == [])
      #expect(flat.keepsBatch == (attributes["batch_id"] != nil))
      let (column, rule) = try #require(
        flat.once.firstIndex(of: ":").map {
          (flat.once[..<$0], flat.once[flat.once.index(after: $0)...])
        })
      #expect(form.columns.contains { $0.name == column })
      // Rows that may not overlap are known by the day on which they begin.
      let key = try await office.database.read { tx in
        try tx.rows(
          """
          select a.attname from pg_constraint c
          join pg_attribute a on a.attrelid = c.conrelid and (
            a.attnum = any (c.conkey) or c.contype = 'x' and a.attname = 'since')
          where c.conrelid = \(flat.table)::regclass and c.conname = \(String(rule)) and c.contype in ('p', 'u', 'x')
          """, as: String.self)
      }
      let made = ["program": "program_id"]
      #expect(Set(key) == Set((flat.line.key + flat.key).map { made[$0] ?? $0 }))
    }
  }
}

extension ImportForm: CustomTestStringConvertible {
  /// Its name.
  public var testDescription: String { name }
}
