-- What each partner gives and receives, in counts that a report adds up: when it hosts and when it has an agreement, whom it
-- sends and trains, and whom it takes in on placements.

-- The days on which a partner hosts a workshop.
create function report.hosting(known_at timestamptz)
returns table (workshop_id int, partner_id int, days datemultirange)
language sql stable parallel safe as $$
  select workshop_id, partner_id, range_agg(daterange(since, until))
  from report.known_workshop_role(known_at) where role = 'host'
  group by workshop_id, partner_id
$$;
comment on function report.hosting is 'The days on which partners host a workshop, as known at a time.';

-- The days on which a partner has an agreement in force, whatever it is about: from the first to the one before it expires or
-- was ended.
create function report.agreed(known_at timestamptz) returns table (partner_id int, agreement_id int, days daterange)
language sql stable parallel safe as $$
  select p.partner_id, a.id, daterange(a.effective_on, luban.agreement_until(a))
  from report.known_agreement(known_at) a
  join luban.agreement_party p on p.agreement_id = a.id
$$;
comment on function report.agreed is 'The days on which partners have an agreement in force, each of these, as known at a time.';

create function report.days_between(days datemultirange, from_day date, to_day date) returns bigint
language sql immutable parallel safe as $$
  select coalesce(sum(upper(d) - lower(d)), 0)
  from unnest(days * datemultirange(daterange(from_day, to_day, '[]'))) d
$$;
comment on function report.days_between is 'How many days of these there are from one day to another, both among them.';

-- Instructors of a partner who were at a workshop on the day; trainings of instructors that it gave and that ended in the
-- period, and were completed; students on placement at it in the period, and the hours they worked there.
create function report.partner_part(from_day date, as_of date, known_at timestamptz)
returns table (workshop_id int, partner_id int, instructors bigint, trained bigint, training_hours numeric,
  placements bigint, placement_hours numeric)
language sql stable parallel safe as $$
  select workshop_id, partner_id, sum(instructors)::bigint, sum(trained)::bigint, sum(training_hours), sum(placements)::bigint,
    sum(placement_hours)
  from (
    select workshop_id, partner_id, count(*) as instructors, 0 as trained, 0::numeric as training_hours, 0 as placements,
      0::numeric as placement_hours
    from report.instructor_called(known_at) where since <= as_of and as_of < until
    group by workshop_id, partner_id
    union all
    select workshop_id, partner_id, 0, count(distinct instructor_id), sum(hours), 0, 0
    from report.completed_training(daterange(from_day, as_of, '[]'), known_at) where partner_id is not null
    group by workshop_id, partner_id
    union all
    select p.workshop_id, p.partner_id, 0, 0, 0, count(distinct p.enrollment_id), coalesce(sum(l.hours), 0)
    from report.placed_student(daterange(from_day, as_of, '[]'), known_at) p
    left join (
      select workshop_id, placement_id, sum(hours) as hours from report.known_placement_log(known_at)
      where worked_on between from_day and as_of group by workshop_id, placement_id) l
      on (l.workshop_id, l.placement_id) = (p.workshop_id, p.placement_id)
    group by p.workshop_id, p.partner_id
  ) one
  group by workshop_id, partner_id
$$;
comment on function report.partner_part is
  'Instructors, trainings and placements of each partner at each workshop in a period, as known at a time.';
