-- A chain is what a student did in one program: enrollments of which one continues another, by transfer or return. Of its
-- enrollments one is of a census, the first at whose census it stood, so that the cohorts of a program add up to its
-- chains (the true cohort of OECD); whatever becomes of the chain, becomes of the one.
--
-- Few enrollments are linked, or end by death. The tally counts all others by itself; of these it tells what each of
-- them would be alone, and here is what they are.
create function report.chained_enrollment(as_of date, known_at timestamptz)
returns table (workshop_id int, enrollment_id bigint, chain_id bigint, leads_elsewhere boolean)
language sql stable parallel safe as $$
  with recursive link as materialized (
    select k.workshop_id, k.id, k.from_id, k.to_id, a.program_id = b.program_id as is_within
    from report.standing_link(as_of, known_at) k
    join luban.enrollment f on (f.workshop_id, f.id) = (k.workshop_id, k.from_id)
    join luban.enrollment t on (t.workshop_id, t.id) = (k.workshop_id, k.to_id)
    join luban.cohort a on (a.workshop_id, a.id) = (f.workshop_id, f.cohort_id)
    join luban.cohort b on (b.workshop_id, b.id) = (t.workshop_id, t.cohort_id)
  ), step as materialized (
    select workshop_id, from_id, to_id from link where is_within
    union
    select workshop_id, to_id, from_id from link where is_within
  ), one as (
    select workshop_id, from_id as id from link
    union
    select workshop_id, to_id from link
    union
    select v.workshop_id, v.enrollment_id from report.known_event(known_at) v
    where v.reason_code = 'death' and v.effective_on <= as_of
  ), reach (workshop_id, id, other_id) as (
    select workshop_id, id, id from one
    union
    select r.workshop_id, r.id, s.to_id from reach r join step s on (s.workshop_id, s.from_id) = (r.workshop_id, r.other_id)
  )
  select r.workshop_id, r.id, min(r.other_id), exists (
    select from link k
    where (k.workshop_id, k.from_id) = (r.workshop_id, r.id) and not k.is_within and not exists (
      select from link back where (back.workshop_id, back.from_id, back.to_id) = (k.workshop_id, k.to_id, k.from_id)
        and back.id > k.id))
  from reach r group by r.workshop_id, r.id
$$;
comment on function report.chained_enrollment is
  'Enrollments that are linked or ended by death, each with its chain, and whether it led to another program.';

-- Each of these alone (is_of_own_census, is_completed …), and what its chain makes of it: is_of_census of one of them.
create function report.chain_member(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, gender luban.gender, nationality text,
  is_of_own_census boolean, state luban.enrollment_state, is_on_time boolean, is_of_census boolean,
  chain_is_there boolean, chain_is_completed boolean, chain_is_on_time boolean, chain_left_program boolean, chain_died boolean)
language sql stable parallel safe as $$
  with member as materialized (
    select e.workshop_id, n.cohort_id, e.enrollment_id, n.student_id, e.chain_id, e.leads_elsewhere, c.census_on,
      c.planned_end_on, v.state, v.since, v.reason_code,
      v.is_of_census as is_of_own_census,
      row_number() over (partition by e.workshop_id, e.chain_id
        order by v.is_of_census and c.census_on <= as_of desc, c.census_on, e.enrollment_id) as place
    from report.chained_enrollment(as_of, known_at) e
    join luban.enrollment n on (n.workshop_id, n.id) = (e.workshop_id, e.enrollment_id)
    join report.known_cohort(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (n.workshop_id, n.cohort_id)
    cross join lateral report.standing(e.workshop_id, e.enrollment_id, as_of, c.census_on, known_at) v
    where v.state is not null
  ), chain as (
    select workshop_id, chain_id, bool_or(state in ('enrolled', 'suspended', 'completed')) as is_there,
      min(since) filter (where state = 'completed') as completed_on,
      bool_or(state = 'transferred' and leads_elsewhere) as leads_elsewhere,
      bool_or(state in ('withdrawn', 'dismissed') and reason_code = 'death') as died
    from member group by workshop_id, chain_id
  )
  select m.workshop_id, m.cohort_id, m.enrollment_id, s.gender, s.nationality, m.is_of_own_census, m.state,
    m.state = 'completed' and m.since <= m.planned_end_on, m.is_of_own_census and m.place = 1, c.is_there,
    c.completed_on is not null, coalesce(c.completed_on <= m.planned_end_on, false),
    not c.is_there and c.leads_elsewhere, not c.is_there and c.died
  from member m
  join chain c using (workshop_id, chain_id)
  join report.known_student(known_at) s on (s.workshop_id, s.id) = (m.workshop_id, m.student_id)
$$;
comment on function report.chain_member is
  'Enrollments of chains: what each is alone at its census and on a day, and what its chain makes of the one that counts.';
