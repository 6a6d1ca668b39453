import Luban
import Postgres
import Support
import Testing

/// Whoever tells of what was known at a time reads nothing that has forgotten it.
///
/// What a function reads stands in its text: the tables and functions named there, with their schema, and what these
/// functions name.
@Suite("What was known at a time")
struct KnownAtTests {
  /// Tables without revisions, and why what they tell of a time stays the same.
  private static let alone = [
    "agreement_party": "Who signed an agreement stays.",
    "attendance": "It has a past of its own, attendance_past.",
    "attendance_past": "Only added to: rows as they were.",
    "cohort":
      "Its edition is kept for good. Dates and seats are told by its stretches, its code by known_cohort.",
    "cohort_event": "Only added to.",
    "cohort_stretch": "Only added to.",
    "cohort_tally": "Only added to.",
    "country": "Comes with Luban, and changes with it alone.",
    "country_sco": "Comes with Luban, and changes with it alone.",
    "credential": "Only added to; what was revoked since had been issued.",
    "enrollment":
      "Its student and cohort are kept for good, its application by known_enrollment; all else are events.",
    "enrollment_event": "Only added to.",
    "enrollment_link": "Only added to; it stands while its event does.",
    "grading_scale": "Comes with Luban, and keeps what marks on it count.",
    "language_level": "Comes with Luban, and changes with it alone.",
    "program_amendment": "Only added to.",
    "program_certificate":
      "Frozen once a cohort is opened; what is amended since stands in program_amendment.",
    "revision": "What was.",
    "shared_revision": "What was.",
    "sister_city": "Comes with Luban, and changes with it alone.",
    "student_alias": "An answer has the time at which it was given.",
    "student_name": "Read by known_name and known_names, which ask its revisions.",
  ]

  /// Functions that read a table with revisions itself, and how they tell of a time nevertheless.
  private static let writtenOut = [
    "attendance_noted class": "A class at which something was noted keeps its cohort and course.",
    "attendance_noted session":
      "Its revisions are asked beside it: a cohort finds its own sessions by an index.",
    "counted_result result": "Its revisions are asked beside it: a cohort finds its own results by an index.",
    "culture_event_hours participation": "Its revisions are asked beside it, as those of results.",
    "known_entry_level student": "Its revisions are asked beside it: a student is found by an index.",
    "known_language language_certificate": "Its revisions are asked beside it, as those of a student.",
    "known_module_level result": "Its revisions are asked beside it, as those of a student.",
    "known_student_name student": "It lists who there is; their names are asked of known_name.",
    "placement_hours placement": "It keeps its enrollment, and is kept while hours are logged for it.",
    "placement_hours placement_log": "Its revisions are asked beside it, as those of results.",
  ]

  private static let reads: SQL = """
    with recursive told as (
      select p.oid, p.proname::text as name, p.prosrc from pg_proc p
      where p.pronamespace in ('luban'::regnamespace, 'report'::regnamespace, 'list'::regnamespace)
        and 'known_at' = any (p.proargnames)
      union
      select p.oid, p.proname::text, p.prosrc from told t
      join pg_proc p on p.pronamespace in ('luban'::regnamespace, 'report'::regnamespace, 'list'::regnamespace)
        and t.prosrc ~ (p.pronamespace::regnamespace || '\\.' || p.proname || '\\s*\\(')
    ), relation as (
      select c.oid, c.relname::text as name, exists (
        select from pg_trigger g where g.tgrelid = c.oid and g.tgfoid = 'luban.keeps_revisions'::regproc) as is_kept
      from pg_class c where c.relnamespace in ('luban'::regnamespace, 'report'::regnamespace) and c.relkind in ('r', 'v', 'm')
    ), reading as (
      select t.name as function, r.name as relation, r.is_kept
      from told t join relation r on t.prosrc ~ ('\\m(luban|report)\\.' || r.name || '\\M(?!\\s*\\()')
    )
    """

  @Test("is read from tables that keep their history, or from one that needs none, for a reason")
  func tables() async throws {
    try await expect(
      "\(fragment: Self.reads) select distinct relation from reading where not is_kept",
      Array(Self.alone.keys))
  }

  @Test("is read through what is known of a table, not from its present rows")
  func present() async throws {
    try await expect(
      """
      \(fragment: Self.reads) select distinct function || ' ' || relation from reading
      where is_kept and function <> 'known_' || relation
      """, Array(Self.writtenOut.keys))
  }

  // "student" is a name in that query itself.
  @Test("is read from tables that are named with their schema, so that this can be seen")
  func names() async throws {
    try await expect(
      """
      \(fragment: Self.reads) select distinct t.name || ' ' || r.name from told t
      join relation r on t.prosrc ~ ('\\m(from|join|table|using)\\s+' || r.name || '\\M')
      """, ["cohort_language student"])
  }

  @Test("is told without anybody's half-written work: all that writes begins with its lock")
  func writers() throws {
    // The door of all commands, and migrating, before which there may be no lock to take.
    let writers = try SourceFile.all(in: "Sources/Luban", ending: ".swift").filter {
      $0.text.contains("database.write(")
    }
    #expect(writers.map(\.path) == ["Sources/Luban/Office.swift", "Sources/Luban/Schema/Schema.swift"])
    #expect(writers.first?.text.contains("select luban.begin_writing()") == true)
    let migrator = try SourceFile.all(in: "Sources/Luban/Schema", ending: "Migrator.swift")
    #expect(migrator.first?.text.contains("perform luban.begin_writing()") == true)
  }

  private func expect(
    _ query: SQL, _ told: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await withOffice { office in
      let found = try await office.database.read { tx in try tx.rows(query, as: String.self) }
      let untold = Set(found).subtracting(told).sorted()
      #expect(untold == [], "they tell of now, and no reason why", sourceLocation: sourceLocation)
      let gone = Set(told).subtracting(found).sorted()
      #expect(gone == [], "they do so no more", sourceLocation: sourceLocation)
    }
  }
}
