-- What they require and support: as the cell says, where it says something.
create temp table link on commit drop as
select c.id as course_id, n.what, o.id as other_id
from plan p
join course c on c.code = p.code
join named_course n on n.line = p.line
join course o on o.code = n.named
where p.outcome in ('created', 'changed');

delete from course_prerequisite q using plan p, course c
where p.outcome = 'changed' and 'requires' = any (string_to_array(p.differs, ',')) and c.code = p.code and q.course_id = c.id
  and not exists (select from link l where (l.course_id, l.what, l.other_id) = (q.course_id, 'requires', q.requires_id));
delete from course_support q using plan p, course c
where p.outcome = 'changed' and 'supports' = any (string_to_array(p.differs, ',')) and c.code = p.code and q.course_id = c.id
  and not exists (select from link l where (l.course_id, l.what, l.other_id) = (q.course_id, 'supports', q.supports_id));
insert into course_prerequisite (course_id, requires_id)
select course_id, other_id from link where what = 'requires' on conflict do nothing;
insert into course_support (course_id, supports_id)
select course_id, other_id from link where what = 'supports' on conflict do nothing;

-- A retired course enters no curriculum: it is retired after those in which it stands.
create temp table if not exists late_retirement (course_id int, retired_on date, retire_reason text) on commit drop;
insert into late_retirement
select c.id as course_id, p.retired_on, p.retire_reason
from plan p join course c on c.code = p.code
where p.retired_on is not null and c.retired_on is null and p.outcome in ('created', 'changed');
