-- The lives as events: each step that happens to somebody, in its order.
create temp table demo_event on commit drop as
select enrollment_id, nth, corrects,
  case when corrects then 'enrolled' else lag(to_state) over steps end::enrollment_state as from_state,
  to_state::enrollment_state, effective_on, recorded_at, reason_code, reason, lead(nth) over steps is null as is_last
from (
  select l.enrollment_id, (row_number() over (partition by l.enrollment_id order by step))::smallint as nth, to_state,
    effective_on, reason_code, reason, corrects,
    -- Entered on the next Monday, a correction some weeks later.
    (date_trunc('week', effective_on)::date + case when corrects then 35 else 7 end)::timestamp at time zone 'UTC'
      + interval '9 hours' as recorded_at
  from demo_life l
  join demo_cohort h using (place)
  cross join seed_request request
  cross join lateral (select l.c % 5 = 0 and fate not in ('waiting', 'promoted', 'continued') as by_steps,
    date_trunc('week', l.applied_on)::date + 7 as decided_on) s
  cross join lateral (values
    (1, 'applied', l.applied_on, null::text, null::text, false,
      by_steps or fate in ('applied', 'rejected', 'declined', 'admitted')),
    (2, 'waitlisted', l.applied_on, null, null, false, fate in ('waiting', 'promoted')),
    (3, 'rejected', l.turn_on, 'failing', null, false, fate = 'rejected'),
    (4, 'admitted', decided_on, null, null, false,
      fate = 'admitted' or by_steps and fate not in ('applied', 'rejected', 'declined')),
    (5, 'declined', l.turn_on, null, null, false, fate = 'declined'),
    (6, 'enrolled', case when by_steps then decided_on + 2 else l.applied_on end, null,
      case fate when 'continued' then 'transferred' end, false,
      fate not in ('applied', 'rejected', 'declined', 'admitted', 'waiting', 'promoted')),
    (7, 'enrolled', l.turn_on, null, 'a seat became free', false, fate = 'promoted'),
    (8, 'suspended', l.turn_on, ('{health,family,military}'::text[])[1 + l.b / 50 % 3], null, false,
      fate in ('suspended', 'resumed')),
    (9, 'enrolled', l.turn_on + 60, null, null, false, fate = 'resumed'),
    (10, 'withdrawn', l.turn_on, case fate when 'no_show' then 'no_show'
      else ('{work,work,finance,family,health,moved,military,other_study}'::text[])[1 + l.b / 50 % 8] end, null, false,
      fate in ('no_show', 'withdrawn', 'corrected', 'left_early')),
    (11, 'withdrawn', l.turn_on + 9, 'work', 'the letter names a later day', true, fate = 'corrected'),
    (12, 'dismissed', l.turn_on, ('{failing,failing,attendance,conduct}'::text[])[1 + l.b / 50 % 4], null, false,
      fate = 'dismissed'),
    (13, 'transferred', l.turn_on, null, 'continues with the next intake', false, fate = 'transferred'),
    -- Where there are records, these say who completes.
    (14, 'completed', h.end_on, null, null, false,
      not request.options ? 'records' and h.status = 'finished' and fate in ('stayed', 'resumed', 'continued'))
  ) happening (step, to_state, effective_on, reason_code, reason, corrects, happens)
  where happens
) happened
window steps as (partition by enrollment_id order by nth);
analyze demo_event;
