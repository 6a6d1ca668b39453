-- What of a person was changed after they were entered: from the rows as they were, which tell what was known at a time, too.

create or replace function student_fields(state jsonb) returns table (field text, value text)
language sql stable as $$
  select f.field, f.value
  from (values
    ('gender', state ->> 'gender'), ('birth_date', state ->> 'birth_on'), ('nationality', state ->> 'nationality'),
    ('document_kind', state ->> 'document_kind'), ('document_country', state ->> 'document_country'),
    ('document_number', state ->> 'document_number'), ('email', state ->> 'email'), ('phone', state ->> 'phone'),
    ('schooling', state ->> 'schooling'), ('consent_date', state ->> 'consent_on'),
    ('language_level', (select l.framework || ':' || l.level from luban.language_level l
      where (l.framework, l.rank) = (state ->> 'entry_framework', (state ->> 'entry_rank')::int))),
    (case state ->> 'kind' when 'latin' then 'latin_name' when 'chinese' then 'chinese_name' else 'full_name' end, state ->> 'full_name'),
    ('family_name', state ->> 'family_name'), ('given_name', state ->> 'given_name'), ('patronymic', state ->> 'patronymic'),
    -- Of marks and tests.
    ('mark', state ->> 'mark'), ('graded_on', state ->> 'graded_on'), ('evidence', state ->> 'evidence'),
    ('level', (state ->> 'framework') || ':' || (state ->> 'level')), ('score', state ->> 'score'),
    ('taken_on', state ->> 'taken_on'), ('note', state ->> 'note')
  ) f (field, value)
  where f.value is not null
$$;
comment on function student_fields is 'What a row of a person, of a name, mark or test of theirs says, as listings and files call it.';

create or replace function student_changes(in_workshop int, in_student bigint)
returns table (nth bigint, changed_at timestamptz, changed_by text, about text, field text, before text, after text, batch text,
  why text)
language sql stable as $$
  -- Each kind of row by its own index: one condition for all would read every revision of the workshop.
  with found as (
    select r.* from luban.revision r
    where r.workshop_id = in_workshop and r.table_name in ('student', 'student_name') and r.row_id = in_student
      and coalesce(r.before ->> 'valid_to', 'infinity') = 'infinity'
    union all
    select r.* from luban.enrollment e
    join luban.revision r on r.workshop_id = in_workshop and r.table_name = 'result'
      and (r.before ->> 'enrollment_id')::bigint = e.id
    where (e.workshop_id, e.student_id) = (in_workshop, in_student)
    union all
    select r.* from luban.revision r
    where r.workshop_id = in_workshop and r.table_name = 'language_certificate'
      and (r.before ->> 'student_id')::bigint = in_student
  ), revised as (
    select r.id, r.table_name, r.replaced_at, r.replaced_by, r.batch_id, r.before,
      -- Names have the id of their student, and are told apart by their kind; that of a result stays.
      lead(r.before) over (partition by r.table_name, r.row_id, r.before ->> 'kind' order by r.id) as later, r.row_id
    from found r
  ), change as (
    select r.*, case r.table_name when 'result' then k.code
        when 'language_certificate' then concat_ws(' ', (r.before ->> 'framework') || ':' || (r.before ->> 'level'),
          r.before ->> 'taken_on') end as about,
      coalesce(r.later, case r.table_name
        when 'student' then (select to_jsonb(s) from luban.student s where (s.workshop_id, s.id) = (in_workshop, in_student))
        when 'result' then (select to_jsonb(s) from luban.result s where (s.workshop_id, s.id) = (in_workshop, r.row_id))
        when 'language_certificate' then (
          select to_jsonb(s) from luban.language_certificate s where (s.workshop_id, s.id) = (in_workshop, r.row_id))
        else (select to_jsonb(n) from luban.student_name n where (n.workshop_id, n.student_id, n.kind::text, n.valid_to)
          = (in_workshop, in_student, r.before ->> 'kind', 'infinity'))
      end) as next
    from revised r
    left join luban.course k on r.table_name = 'result' and k.id = (r.before ->> 'course_id')::int)
  select c.id, c.replaced_at, c.replaced_by, c.about, f.field, f.before, f.after,
    (select luban.shown_batch(w.code, b.number) from luban.import_batch b join luban.workshop w on w.id = b.workshop_id
      where (b.workshop_id, b.id) = (in_workshop, c.batch_id)), null
  from change c
  cross join lateral (
    select field, o.value as before, n.value as after
    from luban.student_fields(c.before) o
    -- A name that was removed, and given anew later, has nothing after it.
    full join (
      select * from luban.student_fields(c.next) where (c.next ->> 'recorded_at')::timestamptz <= c.replaced_at) n
      using (field)) f
  where f.before is distinct from f.after
    -- The parts of a name are told where the whole says nothing of them.
    and not (f.field in ('family_name', 'given_name', 'patronymic') and c.before ->> 'full_name' is distinct from c.next ->> 'full_name')
  union all
  select n.id, n.replaced_at, n.replaced_by, n.about, 'attendance', n.before, n.after,
    (select luban.shown_batch(w.code, b.number) from luban.import_batch b join luban.workshop w on w.id = b.workshop_id
      where (b.workshop_id, b.id) = (in_workshop, n.batch_id)), n.reason
  from (
    select p.id, p.replaced_at, p.replaced_by, concat_ws(' ', o.code, s.held_on) as about, p.reason,
      luban.noted(p.status, p.hours) as before,
      coalesce(lead(luban.noted(p.status, p.hours)) over attended, luban.noted(a.status, a.hours)) as after,
      coalesce(lead(p.batch_id) over attended, a.batch_id) as batch_id
    from luban.enrollment e
    join luban.attendance_past p on (p.workshop_id, p.enrollment_id) = (e.workshop_id, e.id)
    join luban.session s on (s.workshop_id, s.id) = (p.workshop_id, p.session_id)
    join luban.class k on (k.workshop_id, k.id) = (s.workshop_id, s.class_id)
    join luban.course o on o.id = k.course_id
    left join luban.attendance a on (a.workshop_id, a.session_id, a.enrollment_id) = (p.workshop_id, p.session_id, p.enrollment_id)
    where (e.workshop_id, e.student_id) = (in_workshop, in_student)
    window attended as (partition by p.session_id, p.enrollment_id order by p.id)) n
$$;
comment on function student_changes is
  'What of a person, of their names, marks, tests and attendance was changed, field by field: what of it (about), empty before where nothing stood, after where it was removed.';
