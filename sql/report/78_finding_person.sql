-- Findings about people, each looked at once, in the cohort of the last enrollment.
create function report.person_finding(as_of date, known_at timestamptz) returns setof report.finding_case
language sql stable parallel safe as $$
  select f.finding, f.workshop_id, l.cohort_id, f.student_id, f.about, f.told, f.is_found
  from report.life(as_of, known_at) l
  join (
    select f.finding, s.workshop_id, s.id, null::text, null::text, f.is_found
    from report.known_student(known_at) s
    cross join lateral (
      select 'gender_missing', s.gender is null
      union all
      select 'latin_name_missing', report.known_name(s.workshop_id, s.id, 'latin', known_at) is null
        and not coalesce(luban.is_latin_name(report.known_name(s.workshop_id, s.id, 'native', known_at)), false)
    ) f (finding, is_found)
    union all
    select f.finding, t.workshop_id, t.student_id, format('%s:%s %s', t.framework, t.level, t.taken_on), f.told, f.is_found
    from (
      select c.workshop_id, c.student_id, c.framework, c.level, c.taken_on, c.purpose, c.certificate_number, l.rank,
        max(l.rank) over (partition by c.workshop_id, c.student_id, c.framework order by c.taken_on
          range between unbounded preceding and '1 day' preceding) as best_rank
      from report.known_language(known_at) c
      join luban.language_level l on (l.framework, l.level) = (c.framework, c.level)
      where c.passed and c.taken_on <= as_of and c.purpose <> 'placement_test') t
    left join luban.language_level best on (best.framework, best.rank) = (t.framework, t.best_rank)
    cross join lateral (
      select 'certificate_number_missing', null, t.certificate_number is null where t.purpose = 'external'
      union all
      select 'level_fell', format(luban.wording('level {0} before'), best.level), t.rank < t.best_rank where t.best_rank is not null
    ) f (finding, told, is_found)
    union all
    -- Looked at once for each of these, and found with each who is likely the same.
    select f.finding, s.workshop_id, s.id, d.about, d.told, d.about is not null
    from report.known_student(known_at) s
    cross join (values ('known_twice'), ('document_twice'), ('birth_date_alike')) f (finding)
    left join (
      select d.workshop_id, d.student_id, d.finding, luban.shown_number(o.number) as about,
        report.likeness_in_words(d.likeness) as told
      from report.likely_double(known_at) d
      join report.known_student(known_at) o on (o.workshop_id, o.id) = (d.workshop_id, d.other_id)) d
      on (d.workshop_id, d.student_id, d.finding) = (s.workshop_id, s.id, f.finding)
  ) f (finding, workshop_id, student_id, about, told, is_found)
    on (f.workshop_id, f.student_id) = (l.workshop_id, l.student_id)
  where l.is_last
$$;
comment on function report.person_finding is
  'What is missing of people, language tests that do not fit each other, and who is likely known under two numbers.';
