-- What was recorded between two times, of rows that figures are made of: why what was kept is told otherwise now.

create function report.told_by(kind text) returns text
language sql immutable parallel safe as $$
  select case
    when kind in ('partner', 'partner_name', 'agreement', 'instructor', 'instructor_certification', 'placement_evaluation') then null
    when kind in ('attendance', 'session', 'class') then 'overview, culture, attendance, program, year'
    when kind in ('result', 'language_certificate', 'student') then 'overview, language, program'
    when kind in ('culture_event', 'participation') then 'overview, culture, program'
    when kind like 'placement%' then 'overview, year'
    when kind in ('survey', 'survey_contact', 'outcome') then 'outcomes'
    when kind in ('workshop_role', 'instructor_training') then 'year'
    else 'all' end
$$;
comment on function report.told_by is 'The reports that read rows of a table, of those that a closing keeps; nothing where none does.';

-- Of tables that keep revisions: what was entered, and what had been known at the first time and was changed or removed since. A shared
-- table has no workshop.
create function report.revised(known_from timestamptz, known_to timestamptz)
returns table (workshop_id int, kind text, change text, recorded_at timestamptz, recorded_by text, batch_id bigint, before jsonb,
  later jsonb)
language plpgsql stable as $$
declare
  one record;
begin
  for one in
    select c.relname::text as name, t.tgnargs = 0 as is_of_workshop
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgfoid = 'luban.keeps_revisions'::regproc and t.tgname = c.relname || '_keeps_revisions'
      and report.told_by(c.relname) is not null
  loop
    return query execute format($q$
      select %3$s, %1$L, case when l.later is null then 'removed' else 'changed' end, v.replaced_at, v.replaced_by, %4$s, v.before,
        l.later
      from luban.%2$I v
      left join luban.%1$I r on r.id = v.row_id and %5$s
      left join lateral (
        select n.before from luban.%2$I n
        where (n.table_name, n.row_id) = (v.table_name, v.row_id) and n.id > v.id and %6$s order by n.id limit 1) n on true
      cross join lateral (select coalesce(n.before, to_jsonb(r)) as later) l
      where v.table_name = %1$L and v.replaced_at > $1 and v.replaced_at <= $2
        and (v.before ->> 'recorded_at')::timestamptz <= $1
      union all
      select %7$s, %1$L, 'added', r.recorded_at, r.recorded_by, (to_jsonb(r) ->> 'batch_id')::bigint, null, to_jsonb(r)
      from luban.%1$I r where r.recorded_at > $1 and r.recorded_at <= $2 $q$, variadic case when one.is_of_workshop
      then array[one.name, 'revision', 'v.workshop_id', 'v.batch_id', 'r.workshop_id = v.workshop_id', 'n.workshop_id = v.workshop_id',
        'r.workshop_id']
      else array[one.name, 'shared_revision', 'null::int', 'null::bigint', 'true', 'true', 'null::int'] end)
    using known_from, known_to;
  end loop;
end $$;
comment on function report.revised is 'Rows of tables that keep revisions, which were entered, changed or removed between two times.';

create function report.day_of(in_row jsonb) returns date
language sql stable parallel safe as $$
  select coalesce(in_row ->> 'effective_on', in_row ->> 'held_on', in_row ->> 'graded_on', in_row ->> 'taken_on',
    in_row ->> 'worked_on', in_row ->> 'evaluated_on', in_row ->> 'answered_on', in_row ->> 'asked_on', in_row ->> 'sent_on',
    in_row ->> 'begins_on', nullif(in_row ->> 'since', '-infinity'))::date
$$;
comment on function report.day_of is 'The day from which the fact of a row can be in a figure; of a plan its first.';

create function report.recorded(known_from timestamptz, known_to timestamptz)
returns table (workshop_id int, kind text, change text, recorded_at timestamptz, recorded_by text, batch_id bigint, before jsonb,
  later jsonb)
language sql stable as $$
  select * from report.revised(known_from, known_to)
  union all
  select e.workshop_id, 'enrollment_event', case when e.voids is null then 'added' else 'corrected' end, e.recorded_at,
    e.recorded_by, e.batch_id, to_jsonb(w), to_jsonb(e)
  from luban.enrollment_event e
  left join luban.enrollment_event w on (w.workshop_id, w.enrollment_id, w.nth) = (e.workshop_id, e.enrollment_id, e.voids)
  where e.recorded_at > known_from and e.recorded_at <= known_to
  union all
  select s.workshop_id, 'cohort_stretch', 'added', s.recorded_at, s.recorded_by, null, null, to_jsonb(s)
  from luban.cohort_stretch s where s.recorded_at > known_from and s.recorded_at <= known_to
  union all
  select a.workshop_id, 'attendance', 'added', a.recorded_at, null, a.batch_id, null,
    jsonb_build_object('session_id', a.session_id, 'enrollment_id', a.enrollment_id, 'held_on', s.held_on)
  from luban.attendance a
  join luban.session s on (s.workshop_id, s.id) = (a.workshop_id, a.session_id)
  where a.recorded_at > known_from and a.recorded_at <= known_to and not exists (
    select from luban.attendance_past p
    where (p.workshop_id, p.session_id, p.enrollment_id) = (a.workshop_id, a.session_id, a.enrollment_id))
  union all
  select p.workshop_id, 'attendance', case when a.session_id is null then 'removed' else 'changed' end, p.replaced_at,
    p.replaced_by, a.batch_id, null, jsonb_build_object(
      'session_id', p.session_id, 'enrollment_id', p.enrollment_id, 'held_on', s.held_on, 'reason', p.reason)
  from luban.attendance_past p
  join luban.session s on (s.workshop_id, s.id) = (p.workshop_id, p.session_id)
  left join luban.attendance a
    on (a.workshop_id, a.session_id, a.enrollment_id) = (p.workshop_id, p.session_id, p.enrollment_id)
  where p.replaced_at > known_from and p.replaced_at <= known_to
$$;
comment on function report.recorded is 'What was entered, changed, corrected or removed between two times, row by row.';

-- Of what one command did to rows of a kind for one reason, one row: an import of thousands is one.
create function report.change(known_from timestamptz, known_to timestamptz, as_of date)
returns table (workshop_id int, kind text, change text, recorded_at timestamptz, recorded_by text, batch_id bigint, what text,
  reason text, rows bigint, first_day date, last_day date, about text)
language sql stable as $$
  select r.workshop_id, r.kind, r.change, r.recorded_at, r.recorded_by, r.batch_id, f.what, t.reason, count(*), min(d.day), max(d.day),
    case when count(distinct t.about) <= 3 then string_agg(distinct t.about, ', ') else min(t.about) || ', …' end
  from report.recorded(known_from, known_to) r
  cross join lateral (select coalesce(r.later, r.before) as row) o
  left join luban.placement p on (p.workshop_id, p.id) = (r.workshop_id, (o.row ->> 'placement_id')::bigint)
  left join luban.enrollment e
    on (e.workshop_id, e.id) = (r.workshop_id, coalesce((o.row ->> 'enrollment_id')::bigint, p.enrollment_id))
  left join luban.session s on (s.workshop_id, s.id) = (r.workshop_id, (o.row ->> 'session_id')::bigint)
  left join luban.class k on (k.workshop_id, k.id) = (r.workshop_id, coalesce((o.row ->> 'class_id')::bigint, s.class_id))
  left join luban.culture_event v on (v.workshop_id, v.id) = (r.workshop_id, (o.row ->> 'event_id')::bigint)
  left join luban.cohort c
    on (c.workshop_id, c.id) = (r.workshop_id, coalesce(e.cohort_id, k.cohort_id, (o.row ->> 'cohort_id')::bigint))
  left join luban.student t_student on (t_student.workshop_id, t_student.id) = (r.workshop_id, coalesce(e.student_id,
    (o.row ->> 'student_id')::bigint, case r.kind when 'student' then (o.row ->> 'id')::bigint end))
  left join luban.course course on course.id = coalesce((o.row ->> 'course_id')::int, k.course_id)
  left join luban.program_edition edition on edition.id = coalesce((o.row ->> 'edition_id')::int,
    case r.kind when 'program_edition' then (o.row ->> 'id')::int end)
  left join luban.program program on program.id = edition.program_id
  cross join lateral (
    select concat_ws(' ', c.code, luban.shown_number(t_student.number), program.code, edition.edition, course.code, v.code,
        case when r.kind <> 'class' then o.row ->> 'code' end) as about,
      concat_ws(': ', o.row ->> 'reason_code', luban.own_reason(coalesce(o.row ->> 'reason', o.row ->> 'note'))) as reason) t
  cross join lateral (
    -- The fields, and not what stood there: of a student that would be personal.
    select case r.kind when 'enrollment_event' then r.later ->> 'to_state'
      else (
        select string_agg(b.key, ', ' order by b.key) from jsonb_each(r.before) b
        where r.later -> b.key is distinct from b.value and b.key not in ('note', 'recorded_at', 'recorded_by', 'batch_id')) end as what) f
  cross join lateral (
    select coalesce(v.begins_on, least(report.day_of(r.before), report.day_of(r.later))) as day) d
  where coalesce(d.day <= as_of, true)
  group by r.workshop_id, r.kind, r.change, r.recorded_at, r.recorded_by, r.batch_id, f.what, t.reason
$$;
comment on function report.change is
  'What commands recorded between two times that can be in figures of a day: a row for what one did to rows of a kind.';
