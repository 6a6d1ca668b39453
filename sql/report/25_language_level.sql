-- A student's level in each framework on a day: the highest shown, and since when.
create function report.language_level(as_of date, known_at timestamptz)
returns table (workshop_id int, student_id bigint, framework text, rank smallint, level text, since date, shown_by text)
language sql stable parallel safe as $$
  select distinct on (workshop_id, student_id, framework)
    workshop_id, student_id, framework, rank, level, shown_on, shown_by
  from report.language_shown(as_of, known_at)
  order by workshop_id, student_id, framework, rank desc, shown_on, shown_by
$$;
comment on function report.language_level is 'The language level of each student in each framework on a day, as known at a time.';
