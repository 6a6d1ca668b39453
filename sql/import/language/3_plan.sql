-- The level and day that tests were of before they were corrected, which a file that is sent again still says.
create temp table former_test on commit drop as
select distinct on (b.workshop_id, b.student_id, b.framework, b.level, b.taken_on)
  b.workshop_id, b.student_id, b.framework, b.level, b.taken_on, c.id
from revision r
join language_certificate c on (c.workshop_id, c.id) = (r.workshop_id, r.row_id)
cross join lateral jsonb_populate_record(null::luban.language_certificate, r.before) b
where r.table_name = 'language_certificate' and (b.framework, b.level, b.taken_on) <> (c.framework, c.level, c.taken_on)
  and (r.workshop_id, (r.before ->> 'student_id')::bigint) in (select workshop_id, student_id from test);

-- Beside the record that is there: what the file says of a test takes the place of what is known, the rest stays.
create temp table judged on commit drop as
select t.line, t.workshop_id, t.student_id, t.who_problem, t.problem, t.tested, t.taken_on, c.id, m.score, m.parts,
  coalesce(t.stated_pass, c.stated_pass) as stated_pass, coalesce(t.purpose, c.purpose, 'external') as purpose,
  coalesce(t.certificate_number, c.certificate_number) as certificate_number, coalesce(t.center, c.center) as center,
  coalesce(t.valid_until, c.valid_until) as valid_until,
  case when t.who_problem is null and t.problem is null then
    luban.language_refusals(t.tested, m.score, m.parts, coalesce(t.stated_pass, c.stated_pass), t.taken_on, t.birth_on)
  end as refusals,
  case when c.id is not null then nullif(concat_ws(',',
    case when m.score is distinct from c.score then 'score' end,
    (select string_agg(luban.part_column(key), ',' order by key) from jsonb_each(t.parts) where value is distinct from c.parts -> key),
    case when t.stated_pass <> coalesce(c.stated_pass, c.passed) then 'result' end,
    case when t.purpose <> c.purpose then 'purpose' end,
    case when t.certificate_number <> coalesce(c.certificate_number, '') then 'certificate_number' end,
    case when t.center <> coalesce(c.center, '') then 'center' end,
    case when t.valid_until <> coalesce(c.valid_until, '-infinity') then 'valid_until' end), '') end as differs
from test t
left join language_certificate that_day on (that_day.workshop_id, that_day.student_id, that_day.framework, that_day.level, that_day.taken_on)
  = (t.workshop_id, t.student_id, (t.tested).framework, (t.tested).level, t.taken_on)
left join former_test f on that_day.id is null and (f.workshop_id, f.student_id, f.framework, f.level, f.taken_on)
  = (t.workshop_id, t.student_id, (t.tested).framework, (t.tested).level, t.taken_on)
left join language_certificate c on (c.workshop_id, c.id) = (t.workshop_id, coalesce(that_day.id, f.id))
cross join lateral (select coalesce(c.parts, '{}') || t.parts) p (parts)
cross join lateral (
  select p.parts, coalesce(t.score, case when t.parts <> '{}' and p.parts ?& (t.tested).exam_parts
    then (select sum(value::numeric) from jsonb_each(p.parts)) end, c.score) as score) m;

create temp table plan on commit drop as
select j.*, case when p.problems is null then
    case when j.id is null then 'created' when j.differs is not null and run.may_update then 'changed' else 'unchanged' end
  end as outcome, p.problems,
  (j.tested).framework || ':' || (j.tested).level || ' on ' || j.taken_on as subject,
  (select jsonb_object_agg(r.rule, luban.language_offense(r.rule, j.tested, j.score, j.parts)) from unnest(j.refusals) r (rule))
    as details
from run
cross join (
  -- A second line of the same test, of those that are right.
  select *, row_number() over (
    partition by workshop_id, student_id, (tested).framework, (tested).level, taken_on, coalesce(refusals <> '{}', true)
    order by line) as nth
  from judged) j
join stage s on s.line = j.line
cross join lateral (
  select nullif(concat_ws(',', j.who_problem, j.problem,
    -- The name of the passport is none of theirs, or another's: a column was sorted by itself.
    case when j.student_id is not null and s.latin_name <> s.full_name
      and exists (select from known_name k where k.workshop_id = j.workshop_id
        and (k.folded = luban.fold(luban.composed(s.latin_name)) or k.student_id = j.student_id and luban.script(k.folded) = 'Latin'))
      and not exists (select from known_name k where (k.workshop_id, k.student_id) = (j.workshop_id, j.student_id)
        and (luban.likeness(k.folded, luban.fold(luban.composed(s.latin_name))) in ('same', 'letters', 'order', 'spelling', 'part')
          or luban.is_part_of(luban.fold(luban.composed(s.latin_name)), k.folded)))
      then 'latin_name:person_is_one' end,
    case when j.nth > 1 and j.refusals = '{}' then 'level:language_certificate_is_once' end,
    (select string_agg(case
      when r.rule in ('language_test_without_a_rule_has_a_statement', 'language_statement_agrees_with_the_score') then 'result'
      when r.rule in ('language_parts_are_of_the_exam', 'language_part_is_within_its_share') then (
        select luban.part_column(key) from jsonb_each(j.parts)
        order by r.rule = 'language_parts_are_of_the_exam' and key = any ((j.tested).exam_parts), value::numeric desc limit 1)
      when r.rule = 'language_test_is_after_birth' then 'taken_on'
      else 'score' end || ':' || r.rule, ',') from unnest(j.refusals) r (rule))), '') as problems) p;

select luban.refuse_days_to_come('taken_on', 'taken_on');

analyze plan;
