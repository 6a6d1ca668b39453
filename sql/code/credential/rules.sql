-- Credentials: issued of the completed only, numbered without gaps, with a frozen record of what was judged.

create or replace function shown_serial(workshop text, year int, number int) returns text
language sql immutable parallel safe as $$
  select workshop || '-' || year || '-' || lpad(number::text, greatest(5, length(number::text)), '0')
$$;
comment on function shown_serial is 'A serial number as it is printed: UZ-TAS-2027-00012.';

create or replace function awarding_bodies(in_workshop int, in_edition int, in_day date)
returns table (side certificate_side, partner_id int, told jsonb)
language sql stable as $$
  select s.side, b.partner_id, jsonb_build_object('side', s.side, 'code', p.code, 'names', coalesce((
    select jsonb_object_agg(n.language, n.name) from luban.partner_name n
    where n.partner_id = p.id and in_day >= n.valid_from and in_day < n.valid_to), '{}'))
  from unnest(enum_range(null::luban.certificate_side)) s (side)
  cross join lateral (select coalesce(
    (select t.partner_id from luban.program_certificate t where (t.edition_id, t.side) = (in_edition, s.side)),
    -- One that awards in the workshop goes before its host or lead; of several none is taken.
    (select case when count(distinct r.partner_id) = 1 then min(r.partner_id) end from (
      select o.partner_id, rank() over (order by o.role = 'awarding_body' desc) as nth
      from luban.workshop_role o join luban.partner i on i.id = o.partner_id
      where o.workshop_id = in_workshop and in_day >= o.since and in_day < o.until and case o.role
        when 'awarding_body' then (i.country = 'CN') = (s.side = 'chinese')
        else o.role::text = case s.side when 'host' then 'host' else 'lead' end end) r
      where r.nth = 1))) b (partner_id)
  left join luban.partner p on p.id = b.partner_id
$$;
comment on function awarding_bodies is
  'Who awards the certificates of an edition at a workshop on a day, side by side: whom the edition names, else who awards there, else its only host or lead.';

create or replace function credential_record(in_workshop int, in_cohort bigint, in_enrollments bigint[], in_day date)
returns table (enrollment_id bigint, record jsonb)
language sql stable as $$
  select e.id, jsonb_build_object(
    'judged_on', in_day, 'completed_on', e.state_on,
    'student', jsonb_build_object('number', luban.shown_number(s.number), 'birth_date', s.birth_on,
      'name', native.full_name, 'latin_name', latin.full_name, 'chinese_name', chinese.full_name,
      'family', native.family_name, 'given', nullif(concat_ws(' ', native.given_name, native.patronymic), ''),
      'latin_family', latin.family_name, 'latin_given', nullif(concat_ws(' ', latin.given_name, latin.patronymic), '')),
    'workshop', jsonb_build_object('code', w.code, 'titles', w.titles, 'country', w.country),
    'program', jsonb_build_object('code', p.code, 'edition', ed.edition, 'titles', ed.titles, 'mode', ed.mode,
      'isced_field', ed.isced_field, 'field_title', f.title_en, 'isced_level', ed.isced_level,
      'level_title', v.title_en, 'months', ed.months, 'stages', stage.list,
      'entry', jsonb_strip_nulls(jsonb_build_object('age', ed.minimum_age, 'schooling', ed.minimum_schooling,
        'framework', ed.entry_framework, 'level', ed.entry_level, 'program', before.code, 'titles', before.titles))),
    'cohort', jsonb_build_object('code', c.code, 'intake', c.intake_on, 'languages', c.languages),
    'hours', jsonb_build_object('theory', h.theory, 'practice', h.practice, 'language', h.language,
      'culture', h.culture, 'total', h.total),
    'parts', coalesce(part.list, '[]'), 'courses', coalesce(course.list, '[]'), 'languages', coalesce(shown.list, '[]'),
    'credits', figure.credits, 'average', figure.average, 'average_scale', figure.scale,
    'average_marks', figure.average_of)
  from luban.enrollment e
  join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  join luban.workshop w on w.id = e.workshop_id
  join luban.program_edition ed on ed.id = c.edition_id
  join luban.program p on p.id = ed.program_id
  join luban.isced_field f on f.code = ed.isced_field
  join luban.isced_level v on v.level = ed.isced_level
  join luban.curriculum_hours h on h.edition_id = ed.id
  left join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('place', g.place, 'months', g.months) order by g.nth), '[]') as list
    from luban.program_stage g where g.edition_id = ed.id) stage on true
  left join lateral (
    select b.code, (select n.titles from luban.program_edition n where n.program_id = b.id order by n.edition desc limit 1)
    from luban.program b where b.id = ed.requires_program_id) before (code, titles) on true
  join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  left join luban.student_name native on (native.workshop_id, native.student_id, native.kind, native.valid_to)
    = (s.workshop_id, s.id, 'native', 'infinity')
  left join luban.student_name latin on (latin.workshop_id, latin.student_id, latin.kind, latin.valid_to)
    = (s.workshop_id, s.id, 'latin', 'infinity')
  left join luban.student_name chinese on (chinese.workshop_id, chinese.student_id, chinese.kind, chinese.valid_to)
    = (s.workshop_id, s.id, 'chinese', 'infinity')
  left join (
    select q.enrollment_id, jsonb_agg(jsonb_build_object('part', q.part, 'of', q.subject, 'needed', trim_scale(q.needed),
      'there', trim_scale(q.got)) order by report.part_order(q.part), q.subject) as list
    from report.completion_part(in_day, 'infinity') q
    where q.workshop_id = in_workshop and q.cohort_id = in_cohort group by q.enrollment_id) part on part.enrollment_id = e.id
  left join (
    select g.enrollment_id, jsonb_agg(jsonb_build_object('code', k.code, 'titles', k.titles, 'kind', k.kind,
      'hours', k.hours_theory + k.hours_practice, 'theory', k.hours_theory, 'practice', k.hours_practice,
      'credits', k.credits, 'term', i.term, 'is_required', i.id is not null and i.elective_group is null,
      'framework', k.framework, 'level', k.level, 'mark', g.mark, 'scale', g.scale, 'scale_name', y.name, 'lowest', y.lowest,
      'highest', y.highest, 'pass_from', y.pass_from, 'result', g.result, 'attended', g.attended,
      'graded_on', g.graded_on) order by i.term, k.kind, k.code) as list
    from (
      select distinct on (e.enrollment_id, e.course_id) e.* from (
        select g.enrollment_id, g.course_id, g.mark, g.scale, g.kind::text as result, null::numeric as attended, g.graded_on
        from report.counted_result(in_day, 'infinity') g
        where g.workshop_id = in_workshop and g.cohort_id = in_cohort and g.passed
        union all
        select h.enrollment_id, h.course_id, null, null, 'attended', sum(h.hours), null
        from report.culture_hours(in_day, 'infinity') h
        where h.workshop_id = in_workshop and h.cohort_id = in_cohort and h.course_id in (
          select i.course_id from luban.curriculum_item i join luban.cohort o on o.edition_id = i.edition_id
          where o.workshop_id = in_workshop and o.id = in_cohort and i.elective_group is null)
        group by h.enrollment_id, h.course_id) e
      -- A module that was graded is told by its mark.
      order by e.enrollment_id, e.course_id, e.attended nulls first) g
    join luban.course k on k.id = g.course_id
    left join luban.grading_scale y on y.code = g.scale
    join luban.cohort o on (o.workshop_id, o.id) = (in_workshop, in_cohort)
    left join luban.curriculum_item i on (i.edition_id, i.course_id) = (o.edition_id, k.id)
    group by g.enrollment_id
  ) course on course.enrollment_id = e.id
  left join lateral (
    select jsonb_agg(jsonb_build_object('framework', l.framework, 'framework_name', n.name, 'level', l.level,
      'since', l.since, 'shown_by', l.shown_by) order by l.framework) as list
    from report.language_level(in_day, 'infinity') l join luban.language_framework n on n.code = l.framework
    where l.workshop_id = e.workshop_id and l.student_id = e.student_id) shown on true
  left join report.result_figures(in_day, 'infinity') figure
    on (figure.workshop_id, figure.cohort_id, figure.enrollment_id) = (e.workshop_id, e.cohort_id, e.id)
  where e.workshop_id = in_workshop and e.cohort_id = in_cohort and e.id = any (in_enrollments)
$$;
comment on function credential_record is
  'What was judged of completed enrollments of a cohort, as a credential keeps it: person, program, parts, courses, levels.';

-- The grade distribution of the Diploma Supplement. A band is a mark where a scale has ten that pass or fewer, else a tenth of
-- the scale; fewer than 30 marks would tell of persons and not of the program.
create or replace function mark_distribution(in_workshop int, in_edition int, in_day date) returns jsonb
language plpgsql stable set plan_cache_mode = force_custom_plan as $$
declare
  cohorts constant bigint[] := array(
    select c.id from luban.cohort c where c.workshop_id = in_workshop and c.edition_id = in_edition);
begin
  return (
    with mark as (
      -- What an enrollment brought along is counted where it was earned.
      select g.scale, g.value from report.counted_result(in_day, 'infinity') g
      where g.workshop_id = in_workshop and g.cohort_id = any (cohorts) and g.from_enrollment_id = g.enrollment_id
        and g.passed and g.kind = 'graded' and g.graded_on > in_day - interval '3 years'
    ), scale as (
      select s.*, (s.highest - s.lowest) / 10 as width, (s.highest - s.pass_from) / s.step < 10 as is_short, count(*) as marks
      from mark g join luban.grading_scale s on s.code = g.scale group by s.code
    ), band as (
      select s.code, m.value as low, m.value as high, true as is_closed, m.mark
      from scale s join luban.grading_mark m on m.scale = s.code and m.passes where s.kind = 'words'
      union all
      select s.code, v, v, true, trim_scale(v)::text
      from scale s cross join generate_series(s.pass_from, s.highest, s.step) v where s.is_short
      union all
      select s.code, greatest(s.lowest + n * s.width, s.pass_from), s.lowest + (n + 1) * s.width, n = 9, null
      from scale s cross join generate_series(floor((s.pass_from - s.lowest) / s.width)::int, 9) n where not s.is_short
    ), counted as (
      select b.*, (select count(*) from mark g where g.scale = b.code and g.value >= b.low
        and (g.value < b.high or b.is_closed and g.value = b.high)) as marks
      from band b
    )
    select coalesce(jsonb_agg(jsonb_build_object('scale', s.code, 'name', s.name, 'marks', s.marks, 'bands',
      case when s.marks >= 30 then b.list end) order by s.code), '[]')
    from scale s
    join (
      select c.code, jsonb_agg(jsonb_build_object('mark', c.mark, 'from', trim_scale(c.low),
        'to', trim_scale(c.high), 'is_closed', c.is_closed, 'marks', c.marks) order by c.low desc) as list
      from counted c group by c.code) b on b.code = s.code);
end $$;
comment on function mark_distribution is
  'How the passing marks of an edition at a workshop were spread over each scale in the three years to a day; bands from 30 marks on.';

create or replace function agreements_behind(in_workshop int, in_program int, in_day date) returns jsonb
language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('code', a.code, 'number', a.number, 'kind', a.kind, 'effective_on', a.effective_on)
    order by a.code), '[]')
  from luban.agreement a
  where luban.agreement_in_force(a, in_day) and exists (
    select from luban.agreement_scope s where (s.workshop_id, s.agreement_id) = (in_workshop, a.id)
      and (s.program_id is null or s.program_id = in_program))
$$;
comment on function agreements_behind is 'Agreements in force on a day that cover a program at a workshop, as a credential keeps them.';

create or replace function credential_refusals(
  in_state enrollment_state, in_state_on date, in_day date, has_rule boolean, has_certificate boolean, has_body boolean)
returns text[]
language sql immutable parallel safe as $$
  select array_remove(array[
    case when in_state is null then 'credential_is_of_an_enrollment' end,
    case when in_state is distinct from 'completed' then 'credential_is_of_the_completed'
      when in_day < in_state_on then 'credential_follows_the_completion' end,
    case when not has_rule then 'credential_rests_on_a_rule' end,
    case when not has_certificate then 'credential_has_a_certificate'
      when not has_body then 'credential_names_its_awarding_body' end], null)
$$;
comment on function credential_refusals is
  'The rules of an issue, once: names of all that it breaks. Issuing, import of what is issued anew, and trigger ask here.';

-- What holds whoever writes -------------------------------------------------------------------------------

create or replace function credential_is_sound() returns trigger language plpgsql as $$
declare
  offense record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- Who takes a completion back at this moment is waited for, and waits for this.
  perform from luban.enrollment e
  where (e.workshop_id, e.id) in (select workshop_id, enrollment_id from new_rows)
  order by e.workshop_id, e.id for share;
  select n.serial, coalesce(f.refusals[1], s.rule) as rule into offense
  from new_rows n
  join luban.workshop w on w.id = n.workshop_id
  join luban.enrollment e on (e.workshop_id, e.id) = (n.workshop_id, n.enrollment_id)
  join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  left join luban.completion_rule r on r.edition_id = c.edition_id
  cross join lateral luban.credential_refusals(e.state, e.state_on, n.issued_on, r.edition_id is not null, exists (
    select from luban.program_certificate t where (t.edition_id, t.side) = (c.edition_id, n.side)), true) f (refusals)
  cross join lateral (
    select case when n.serial <> luban.shown_serial(w.code, n.year, n.number) or n.year <> extract(year from n.issued_on)
      then 'credential_serial_is_composed' end) s (rule)
  where cardinality(f.refusals) > 0 or s.rule is not null
  limit 1;
  if found then
    perform luban.break_rule(offense.rule, jsonb_build_object('serial', offense.serial), 'credential');
  end if;
  select jsonb_build_object('from', g.least, 'to', g.most, 'year', g.year) as what into offense
  from (select workshop_id, year, min(number) as least, max(number) as most, count(*) as n from new_rows group by 1, 2) g
  where g.n <> g.most - g.least + 1 or g.least > 1 and not exists (
    select from luban.credential k where (k.workshop_id, k.year, k.number) = (g.workshop_id, g.year, g.least - 1))
  limit 1;
  if found then
    perform luban.break_rule('credential_numbers_have_no_gaps', offense.what, 'credential');
  end if;
  update luban.credential_counter t set last_number = g.most
  from (select workshop_id, year, max(number) as most from new_rows group by 1, 2) g
  where (t.workshop_id, t.year) = (g.workshop_id, g.year) and t.last_number < g.most;
  return null;
end $$;
comment on function credential_is_sound is
  'Credentials are of the completed, rest on a rule, and are numbered without gaps; the counter follows.';
select ask_after('insert', 'credential', 'credential_is_sound');

create or replace function credential_is_frozen() returns trigger language plpgsql as $$
begin
  if old.revoked_on is not null or (to_jsonb(old) - '{revoked_on,revoke_reason}'::text[])
     is distinct from (to_jsonb(new) - '{revoked_on,revoke_reason}'::text[]) then
    perform luban.break_rule('credential_is_frozen', jsonb_build_object('serial', old.serial), 'credential');
  end if;
  return new;
end $$;
comment on function credential_is_frozen is 'Nothing of a credential changes but that it is revoked, once.';
create or replace trigger credential_is_frozen before update on credential
  for each row execute function credential_is_frozen();
create or replace trigger credentials_are_kept before delete on credential
  for each statement execute function refuse_change('credentials_are_kept');

create or replace function credential_outlives_no_completion() returns trigger language plpgsql as $$
declare
  offense record;
begin
  -- Only what leads away from a completion, or takes events back, can end or move one.
  if not exists (select from new_rows where from_state = 'completed' or voids is not null) then
    return null;
  end if;
  select e.state = 'completed' as is_moved, string_agg(k.serial, ', ' order by k.serial) as serials into offense
  from new_rows n
  join luban.enrollment e on (e.workshop_id, e.id) = (n.workshop_id, n.enrollment_id)
  join luban.credential k on (k.workshop_id, k.enrollment_id) = (e.workshop_id, e.id) and k.revoked_on is null
    and (e.state <> 'completed' or k.issued_on < e.state_on)
  group by e.state = 'completed' order by 1 limit 1;
  if found then
    perform luban.break_rule(case when offense.is_moved then 'credential_follows_the_completion'
      else 'completion_with_a_credential_stands' end, jsonb_build_object('serial', offense.serials), 'enrollment_event');
  end if;
  return null;
end $$;
comment on function credential_outlives_no_completion is
  'Refuses to take a completion back, or to a day behind its credential, while one that rests on it is valid.';
