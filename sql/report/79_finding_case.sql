-- All that findings look at.
create function report.finding_case(as_of date, known_at timestamptz) returns setof report.finding_case
language sql stable parallel safe as $$
  select * from report.life_finding(as_of, known_at)
  union all
  select * from report.teaching_finding(as_of, known_at)
  union all
  select * from report.learning_finding(as_of, known_at)
  union all
  select * from report.ally_finding(as_of, known_at)
  union all
  select * from report.person_finding(as_of, known_at)
$$;
comment on function report.finding_case is 'Everything that a finding looks at on a day, as known at a time, and whether it is found.';
