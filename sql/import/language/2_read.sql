-- Every line once: what was tested, when, and the points; what stands for the whole file where a line says nothing.
create temp table test on commit drop as
select s.line, w.workshop_id, w.student_id, w.problem as who_problem, t.birth_on, l as tested,
  coalesce(d.taken_on, case when s.taken_on is null then (run.params ->> 'on')::date end) as taken_on,
  coalesce(purpose.means, case when s.purpose is null then run.params ->> 'purpose' end)::language_certificate_purpose as purpose,
  luban.read_points(s.score) as score, p.parts, result.means::boolean as stated_pass,
  coalesce(s.certificate_number, s.admission_number) as certificate_number, coalesce(s.center, run.params ->> 'center') as center,
  d.valid_until,
  nullif(concat_ws(',',
    case when l.level is not null then null
      when s.level is null and run.params ->> 'level' is null
        or s.level !~ ':' and run.params ->> 'framework' is null then 'level:language_level_names_its_framework'
      else 'level:language_certificate_level_is_of_its_framework' end,
    case when d.taken_on is null and s.taken_on is not null then 'taken_on:' || luban.day_problem(s.taken_on, run.dates)
      when s.taken_on is null and run.params ->> 'on' is null then 'taken_on:language_test_has_a_day' end,
    case when d.valid_until is null and s.valid_until is not null then 'valid_until:' || luban.day_problem(s.valid_until, run.dates) end,
    luban.broken_language_certificate(taken_on => d.taken_on, valid_until => d.valid_until),
    case when luban.read_points(s.score) is null and s.score is not null then
      case when luban.is_damaged(s.score) then 'score:value_is_not_damaged_by_excel' else 'score:language_points_are_a_number' end end,
    p.wrong,
    case when result.means is null and s.result is not null then 'result:language_result_is_a_word' end,
    case when purpose.means is null and s.purpose is not null then 'purpose:language_purpose_is_a_word' end,
    case when luban.is_damaged(s.certificate_number) then 'certificate_number:value_is_not_damaged_by_excel' end,
    case when luban.is_damaged(s.admission_number) then 'admission_number:value_is_not_damaged_by_excel' end
  ), '') as problem
from run
cross join stage s
join who w on w.line = s.line
left join said purpose on (purpose.kind, purpose.raw) = ('purpose', s.purpose)
left join said result on (result.kind, result.raw) = ('pass', s.result)
left join student t on (t.workshop_id, t.id) = (w.workshop_id, w.student_id)
left join lateral luban.read_language_level(coalesce(s.level, run.params ->> 'level'),
  coalesce(run.params ->> 'framework', '')) l on true
cross join lateral (
  select luban.read_day(s.taken_on, run.dates)::date as taken_on, luban.read_day(s.valid_until, run.dates)::date as valid_until) d
cross join lateral (
  select coalesce(jsonb_object_agg(luban.exam_part(l, part), luban.read_points(points)) filter (where luban.read_points(points) is not null), '{}') as parts,
    string_agg(part || ':language_points_are_a_number', ',') filter (where points is not null and luban.read_points(points) is null) as wrong
  from (values ('listening', s.listening), ('reading', s.reading), ('writing', s.writing), ('speaking', s.speaking),
    ('translation', s.translation)) v (part, points)) p
where s.fault is null;

analyze test;
