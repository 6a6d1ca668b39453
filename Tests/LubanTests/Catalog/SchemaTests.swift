import Luban
import Postgres
import Support
import Testing

/// What keeps the door open to a distributed PostgreSQL, and the schema readable: asked of PostgreSQL's own catalog.
///
/// A table is operational if it has a workshop_id; the others are for reference, small and the same everywhere.
@Suite("Schema")
struct SchemaTests {
  private static let tables: SQL = """
    with tables as (
      select c.oid, c.relname::text as name,
        (select a.attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'workshop_id'
          and not a.attisdropped) as key
      from pg_class c where c.relnamespace = 'luban'::regnamespace and c.relkind in ('r', 'p'))
    """

  private func expectNone(_ query: SQL, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try await withOffice { office in
      let found = try await office.database.read { tx in
        try tx.rows("\(fragment: Self.tables) \(fragment: query)", as: String.self)
      }
      #expect(found == [], sourceLocation: sourceLocation)
    }
  }

  @Test("every table, column, view, type and function says what it is for")
  func comments() async throws {
    try await expectNone(
      """
      select name from tables where obj_description(oid, 'pg_class') is null
      union all
      select t.name || '.' || a.attname from tables t join pg_attribute a on a.attrelid = t.oid
      where a.attnum > 0 and not a.attisdropped and col_description(t.oid, a.attnum) is null
      union all
      select c.oid::regclass::text from pg_class c
      where c.relnamespace = 'luban'::regnamespace and c.relkind = 'v' and obj_description(c.oid, 'pg_class') is null
      union all
      select t.typname::text from pg_type t left join pg_class c on c.oid = t.typrelid
      where t.typnamespace = 'luban'::regnamespace and t.typtype in ('e', 'd') and obj_description(t.oid, 'pg_type') is null
      union all
      select p.oid::regprocedure::text from pg_proc p
      where p.pronamespace in ('luban'::regnamespace, 'report'::regnamespace) and p.prorettype <> 'trigger'::regtype
        and obj_description(p.oid, 'pg_proc') is null
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      """)
  }

  @Test("every foreign key has an index led by its columns")
  func foreignKeys() async throws {
    try await expectNone(
      """
      select k.conname || ' on ' || k.conrelid::regclass from pg_constraint k join tables t on t.oid = k.conrelid
      where k.contype = 'f' and not exists (
        select from pg_index i
        where i.indrelid = k.conrelid and i.indisvalid
          -- An index on rows that have the key will do, for the others point nowhere.
          and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ 'IS NOT NULL')
          and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
          and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] <@ k.conkey)
      """)
  }

  @Test("the workshop leads every primary key of operational tables, and is never empty")
  func primaryKeys() async throws {
    try await expectNone(
      """
      select t.name from tables t left join pg_constraint k on k.conrelid = t.oid and k.contype = 'p'
      where t.key is not null and (k.oid is null or k.conkey[1] <> t.key)
      union all
      select t.name || ' may have none' from tables t join pg_attribute a on (a.attrelid, a.attnum) = (t.oid, t.key)
      where not a.attnotnull
      union all
      select t.name || ' has no primary key' from tables t where t.key is null and not exists (
        select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')
      """)
  }

  @Test("every unique index and exclusion of operational tables is led by the workshop")
  func uniqueKeys() async throws {
    try await expectNone(
      """
      select i.indexrelid::regclass::text from pg_index i join tables t on t.oid = i.indrelid
      where t.key is not null and i.indisunique and (i.indkey::int2[])[0] <> t.key
      union all
      select k.conname::text from pg_constraint k join tables t on t.oid = k.conrelid
      where t.key is not null and k.contype = 'x' and (k.conkey[1] <> t.key or k.conexclop[1] <> '=(int4,int4)'::regoperator)
      """)
  }

  @Test("foreign keys between operational tables are led by the workshop on both sides, and never change it")
  func keysBetween() async throws {
    try await expectNone(
      """
      select k.conname::text from pg_constraint k
      join tables t on t.oid = k.conrelid join tables r on r.oid = k.confrelid
      where k.contype = 'f' and r.key is not null
        and (t.key is null or k.conkey[1] <> t.key or k.confkey[1] <> r.key)
      union all
      select k.conname || ' would change the workshop' from pg_constraint k join tables t on t.oid = k.conrelid
      where k.contype = 'f' and t.key = any (k.conkey)
        and (k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd', 'c'))
      """)
  }

  @Test("what grows without end is counted in bigint")
  func identities() async throws {
    try await expectNone(
      """
      select t.name || '.' || a.attname from tables t join pg_attribute a on a.attrelid = t.oid
      where t.key is not null and a.attidentity <> '' and a.atttypid <> 'int8'::regtype
      union all
      select s.seqrelid::regclass::text from pg_sequence s join pg_class c on c.oid = s.seqrelid
      where c.relnamespace = 'luban'::regnamespace and s.seqtypid <> 'int8'::regtype
        -- Those of reference tables.
        and not exists (select from pg_depend d join tables t on t.oid = d.refobjid and t.key is null
          where d.objid = c.oid and d.deptype = 'i')
      """)
  }

  @Test("views look with the eyes of who asks, and no function borrows the owner's rights carelessly")
  func rights() async throws {
    try await expectNone(
      """
      select v.oid::regclass::text from pg_class v
      where v.relnamespace in ('luban'::regnamespace, 'report'::regnamespace) and v.relkind = 'v'
        and not coalesce(v.reloptions && '{security_invoker=true,security_invoker=on,security_invoker=1}', false)
        and exists (
          select from pg_rewrite w join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid
          join tables t on t.oid = d.refobjid and t.key is not null where w.ev_class = v.oid)
      union all
      select p.oid::regprocedure::text from pg_proc p
      where p.pronamespace in ('luban'::regnamespace, 'report'::regnamespace) and p.prosecdef
        and not coalesce((select bool_or(setting ~ '^search_path=(.*, *)?"?pg_temp"?$')
          from unnest(p.proconfig) setting), false)
      """)
  }

  @Test("no function that is an expression is strict: that would keep it from being inlined")
  func inlined() async throws {
    try await expectNone(
      """
      select p.oid::regprocedure::text from pg_proc p
      where p.pronamespace in ('luban'::regnamespace, 'report'::regnamespace) and p.proisstrict
        and p.prolang = (select oid from pg_language where lanname = 'sql') and p.prosrc !~* '\\mfrom\\M'
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      """)
  }

  @Test("no personal datum is unique across workshops, and no index is there twice")
  func indexes() async throws {
    try await expectNone(
      """
      select min(i.indexrelid::regclass::text) || ' is there twice' from pg_index i join tables t on t.oid = i.indrelid
      group by i.indrelid, i.indkey::text, i.indclass::text, coalesce(i.indexprs::text, ''), coalesce(i.indpred::text, '')
      having count(*) > 1
      """)
  }

  @Test("what Luban knows about people outlives no workshop's deletion by accident")
  func cascades() async throws {
    try await expectNone(
      """
      select k.conname::text from pg_constraint k
      join tables t on t.oid = k.conrelid join tables r on r.oid = k.confrelid
      where k.contype = 'f' and k.confdeltype = 'c' and t.name in ('student', 'enrollment', 'cohort')
      """)
  }
}
