-- How far each enrollment is in the rule of its edition: one row each, with what is missing in words.
create function report.completion(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, parts bigint, done bigint, missing text)
language sql stable parallel safe as $$
  select workshop_id, cohort_id, enrollment_id, count(*), count(*) filter (where is_done),
    string_agg(report.part_in_words(part, subject, needed, got, note), '; '
      order by report.part_order(part), subject) filter (where not is_done)
  from report.completion_part(as_of, known_at)
  group by workshop_id, cohort_id, enrollment_id
$$;
comment on function report.completion is
  'How many parts of the rule of completion each enrollment has, and which it lacks, as of a day and as known at a time.';
