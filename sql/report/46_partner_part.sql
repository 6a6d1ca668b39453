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

-- Instructors with the code by which people name them.
create function report.instructor_called(known_at timestamptz)
returns table (workshop_id int, instructor_id bigint, partner_id int, instructor text, since date, until date)
language sql stable parallel safe as $$
  select n.workshop_id, n.id, n.partner_id, i.code || '/' || n.staff_number, n.since, n.until
  from report.known_instructor(known_at) n join report.known_partner(known_at) i on i.id = n.partner_id
$$;
comment on function report.instructor_called is 'Instructors by partner and staff number, and how long they are at the workshop; as known at a time.';

create function report.completed_training(days daterange, known_at timestamptz)
returns table (workshop_id int, instructor_id bigint, partner_id int, title text, begins_on date, ends_on date, hours numeric)
language sql stable parallel safe as $$
  select workshop_id, instructor_id, partner_id, title, begins_on, ends_on, hours
  from report.known_instructor_training(known_at) where is_completed and ends_on <@ days
$$;
comment on function report.completed_training is
  'Trainings that instructors completed and that ended on one of the days, with the partner that gave them; as known at a time.';

create function report.placed_student(days daterange, known_at timestamptz)
returns table (workshop_id int, partner_id int, placement_id bigint, enrollment_id bigint, offer text, begins_on date, ends_on date)
language sql stable parallel safe as $$
  select p.workshop_id, o.partner_id, p.id, p.enrollment_id, o.code::text, p.begins_on, least(p.ends_on, p.ended_on)
  from report.known_placement(known_at) p
  join report.known_placement_offer(known_at) o on (o.workshop_id, o.id) = (p.workshop_id, p.offer_id)
  where daterange(p.begins_on, least(p.ends_on, p.ended_on), '[]') && days
$$;
comment on function report.placed_student is 'Placements at each partner on one of the days, as known at a time.';

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

-- Who is in which count of the partner report. What is of a period tells it by its days.
create function report.present_member(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, student_id bigint, state luban.enrollment_state, since date, code text,
  event smallint, counted text[])
language sql stable parallel safe as $$
  select workshop_id, cohort_id, student_id, state, since, code, event, array['students', 'students_awarded']
  from report.cohort_member(as_of, known_at) where state in ('enrolled', 'suspended')
$$;
comment on function report.present_member is 'Enrollments in training or on leave.';

create function report.instructor_member(as_of date, known_at timestamptz)
returns table (workshop_id int, partner_id int, instructor text, since date, until date, counted text[])
language sql stable parallel safe as $$
  select workshop_id, partner_id, instructor, since, nullif(until, 'infinity'), array['instructors']
  from report.instructor_called(known_at) where since <= as_of and as_of < until
$$;
comment on function report.instructor_member is 'Instructors at a workshop on a day.';

create function report.training_member(days daterange, known_at timestamptz)
returns table (workshop_id int, partner_id int, instructor text, title text, begins_on date, ends_on date, hours numeric,
  counted text[])
language sql stable parallel safe as $$
  select t.workshop_id, t.partner_id, i.instructor, t.title, t.begins_on, t.ends_on, trim_scale(t.hours),
    array['teachers_trained', 'teacher_trainings']
  from report.completed_training(days, known_at) t
  join report.instructor_called(known_at) i on (i.workshop_id, i.instructor_id) = (t.workshop_id, t.instructor_id)
$$;
comment on function report.training_member is 'Trainings of instructors in a period, with the partner that gave them.';

create function report.placement_member(days daterange, known_at timestamptz)
returns table (workshop_id int, partner_id int, cohort_id bigint, student_id bigint, offer text, begins_on date, ends_on date,
  counted text[])
language sql stable parallel safe as $$
  select p.workshop_id, p.partner_id, n.cohort_id, n.student_id, p.offer, p.begins_on, p.ends_on, array['placements']
  from report.placed_student(days, known_at) p
  join luban.enrollment n on (n.workshop_id, n.id) = (p.workshop_id, p.enrollment_id)
$$;
comment on function report.placement_member is 'Placements at each partner in a period.';
