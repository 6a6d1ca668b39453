-- What happened on some days: trainings of instructors, and placements.

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
