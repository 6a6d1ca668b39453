import Luban
import Postgres
import Support
import Testing

/// What tells which checks a row would break that is not written yet says what the table itself would say.
@Suite("Checks asked before a row is written")
struct BrokenTests {
  /// Tries values of all kinds in the columns of each check: on a copy of the table with its checks, and on the function.
  private static let disagreements: SQL = """
    create function pg_temp.disagreements() returns setof text language plpgsql as $$
    declare
      told record;
      tries int;
      said text;
    begin
      for told in
        select t.relname as name, c.conname as rule, string_agg(format('%I', a.attname), ', ') as columns,
          string_agg(format('%I => %1$I', a.attname), ', ') as arguments,
          string_agg(format('%I::%s', a.attname, format_type(coalesce(nullif(y.typbasetype, 0), y.oid), -1)), ', ') as typed,
          string_agg(format('cross join unnest(%s::text[]) %I (%2$I)', case y.typcategory
            when 'E' then format('(array_append(enum_range(null::%s), null))', y.oid::regtype)
            when 'B' then '''{true,false,null}'''
            when 'N' then '''{-1,0,1,3,6,9,12,25,500,12000,null}'''
            when 'R' then '''{null}'''
            when 'A' then 'array[''{}'', null]'
            when 'D' then case y.typname when 'time' then '''{08:00,09:00,null}'''
              else '''{1850-01-01,1990-05-05,2024-01-01,2024-09-01,2150-01-01,null}''' end
            else case y.typname when 'jsonb' then 'array[''{}'', ''[]'', ''1'', ''{"a": 1}'', ''{"a": "b"}'', null]'
              else 'array['''', '' '', ''A'', ''a b'', ''1234'', ''x@y'', repeat(''9'', 50), null]' end end, a.attname), ' ') as tried
        from pg_class t
        join pg_constraint c on c.conrelid = t.oid and c.contype = 'c'
        join pg_attribute a on a.attrelid = t.oid and a.attnum = any (c.conkey)
        join pg_type y on y.oid = a.atttypid
        where t.relnamespace = 'luban'::regnamespace group by t.oid, t.relname, c.conname
      loop
        execute format('create temp table probe (like luban.%I including constraints)', told.name);
        execute (select format('alter table probe %s', string_agg(format('alter %I drop not null', attname), ', '))
          from pg_attribute where attrelid = 'probe'::regclass and attnum > 0);
        -- Of checks of many columns not all that there is.
        execute format('create temp table tried as select row_number() over () as n, null::text as refused, t.* from (
          select %s from (select) s %s order by md5(concat_ws('','', %s)) limit 500) t', told.typed, told.tried, told.columns);
        get diagnostics tries = row_count;
        for nth_tried in 1..tries loop
          begin
            execute format('insert into probe (%s) select %1$s from tried where n = %s', told.columns, nth_tried);
          exception when check_violation then
            get stacked diagnostics said = constraint_name;
            update tried set refused = said where n = nth_tried;
          end;
        end loop;
        -- A rule of the column's domain is none of the table's.
        return query execute format('select %1$L || t from (select t, t.refused, luban.broken_%1$s(%2$s) as broken from tried t) t
          where case when t.refused is null then t.broken is not null else t.refused in (
            select conname from pg_constraint where conrelid = %1$L::regclass) and t.broken !~ ('':'' || t.refused) is not false end',
          told.name, told.arguments);
        drop table probe, tried;
      end loop;
    end $$
    """

  @Test("says of values what the table says of them, for every check of every table")
  func agrees() async throws {
    try await withOffice { office in
      let found = try await office.database.write { tx in
        tx.deadline = .seconds(120)
        try tx.execute(Self.disagreements)
        return try tx.rows("select * from pg_temp.disagreements()", as: String.self)
      }
      #expect(found == [])
    }
  }

  @Test("is inlined, so that a file of thousands of lines is asked as by the bare checks")
  func isInlined() async throws {
    try await withOffice { office in
      let plan = try await office.database.read { tx in
        try tx.rows(
          """
          explain (verbose, costs off) select luban.broken_student(birth_on => birth_on, phone => phone),
            luban.broken_session(hours => hours) from luban.student, luban.session
          """, as: String.self)
      }
      #expect(!plan.contains { $0.contains("broken_") || $0.contains("is_phone") }, "\(plan)")
    }
  }
}
