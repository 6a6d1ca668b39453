-- What the sessions of the file meet with as they are now, which does not hinder them: other sessions of the cohort, the room or
-- the instructor, and days without teaching.
create temp table met on commit drop as
select p.line, s.workshop_id, s.id as session_id, s.held_on
from plan p
join session s on (s.workshop_id, s.class_id, s.held_on, s.begins_at) = (p.workshop_id, p.class_id, p.held_on, p.begins_at)
where p.problems is null and s.cancel_reason is null;

analyze met;

insert into note (line, note, value)
select m.line, case l.kind when 'room' then phrase('another class meets in the room at that time')
    when 'instructor' then phrase('the instructor teaches another class at that time')
    else phrase('the cohort has another class at that time') end,
  array_to_string((array_agg(distinct shown_class((x.other).workshop_id, (x.other).class_id)))[1:3], ', ')
from (select workshop_id, min(held_on) as first_on, max(held_on) as last_on from met group by 1) d
cross join lateral clashes(d.workshop_id, d.first_on, d.last_on) l
cross join lateral (values (l.one, l.other), (l.other, l.one)) x (own, other)
join met m on (m.workshop_id, m.session_id) = ((x.own).workshop_id, (x.own).session_id) and m.workshop_id = d.workshop_id
group by m.line, l.kind;

insert into note (line, note, value)
select m.line, phrase('there is no teaching on that day'), string_agg(distinct c.name, ', ')
from (select workshop_id, min(held_on) as first_on, max(held_on) as last_on from met group by 1) d
cross join lateral closed_days(d.workshop_id, d.first_on, d.last_on) c
join met m on (m.workshop_id, m.held_on) = (d.workshop_id, c.day)
group by m.line;
