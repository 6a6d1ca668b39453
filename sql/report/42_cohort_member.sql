-- Who is in which count of the cohort report: each enrollment with the names of the counts that it is in, told from its own
-- events. The figures of the report are added up from the tally; that both agree is held by a test, count by count.
create function report.cohort_member(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, student_id bigint, state luban.enrollment_state,
  since date, code text, event smallint, counted text[])
language sql stable parallel safe as $$
  select n.workshop_id, n.cohort_id, n.id, n.student_id, e.state, e.since, e.reason_code, e.event, array_remove(array[
      'applications', case link.kind when 'transfer' then 'transferred_in' when 'return' then 'returned_in' end,
      case when e.state in ('rejected', 'declined') then 'refused' when e.state = 'transferred' then 'transferred_out'
        when luban.is_no_show(e.state, e.reason_code) and e.since <= c.census_on then 'no_shows' else e.state::text end,
      case when e.state in ('enrolled', 'suspended', 'completed') then 'students' end]
    || case when f.is_of_census then array[
      'census_size', case s.gender when 'female' then 'women' end, case when s.gender is not null then 'gender_known' end,
      case when f.is_there then 'retained' end, case when f.is_completed then 'completed_of_census' end,
      case when e.state <> 'transferred' then 'census_here' end, case when e.state = 'completed' then 'completed_here' end,
      case when not f.has_left then 'census_adjusted' end,
      case when as_of >= c.planned_end_on then 'census_due' end,
      case when as_of >= c.planned_end_on and f.is_on_time then 'completed_on_time' end,
      case when g.enrollment_id is not null then 'language_census' end,
      case when g.is_reached then 'language_reached' end,
      case when g.target_tests > 0 then 'language_tested' end,
      case when g.target_tests > 0 and g.is_reached then 'language_tested_reached' end] end
    || case when e.state in ('enrolled', 'suspended', 'completed') and g.enrollment_id is not null then array[
      'language_students', 'language_now_' || coalesce(nullif(g.rank, 0)::text, 'none'),
      case when as_of >= c.census_on then 'language_entry_' || case g.entry_rank when 0 then 'none' else g.entry_rank::text end end,
      case when as_of >= c.census_on and g.entry_rank is not null then 'language_entry_known' end,
      case when as_of >= c.census_on and g.gain >= 1 then 'language_gained' end] end, null)
  from report.known_enrollment(known_at) n
  join report.known_cohort(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (n.workshop_id, n.cohort_id)
  join report.known_student(known_at) s on (s.workshop_id, s.id) = (n.workshop_id, n.student_id)
  cross join lateral report.standing(n.workshop_id, n.id, as_of, c.census_on, known_at) e
  cross join lateral (
    select min(k.kind::text) as kind
    from report.known_event(known_at) v
    join luban.enrollment_link k on (k.workshop_id, k.id) = (v.workshop_id, v.link_id)
    where v.workshop_id = n.workshop_id and v.enrollment_id = n.id and v.from_state is null and v.effective_on <= as_of) link
  left join report.chain_member(as_of, known_at) chain on (chain.workshop_id, chain.enrollment_id) = (n.workshop_id, n.id)
  left join report.language_gain(as_of, known_at) g on (g.workshop_id, g.enrollment_id) = (n.workshop_id, n.id)
  cross join lateral (
    select as_of >= c.census_on and coalesce(chain.is_of_census, e.is_of_census) as is_of_census,
      coalesce(chain.chain_is_there, e.state in ('enrolled', 'suspended', 'completed')) as is_there,
      coalesce(chain.chain_is_completed, e.state = 'completed') as is_completed,
      coalesce(chain.chain_is_on_time, e.state = 'completed' and e.since <= c.planned_end_on) as is_on_time,
      coalesce(chain.chain_left_program or chain.chain_died, false) as has_left) f
  where e.state is not null
$$;
comment on function report.cohort_member is
  'Each enrollment with the counts of the cohort report that it is in, and the event by which it stands as it does.';
