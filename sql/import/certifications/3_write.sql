-- In one statement: where a file ends a certification and begins the next, their classes are never without one.
with changed as (
  update instructor_certification c set until = p.until, certificate = coalesce(p.certificate, c.certificate)
  from plan p where p.outcome = 'changed' and (c.workshop_id, c.id) = (p.workshop_id, p.known_id)
  returning c.id
)
insert into instructor_certification (workshop_id, instructor_id, course_id, since, until, certificate)
select p.workshop_id, p.instructor_id, p.course_id, p.since, p.until, p.certificate
from plan p
-- What is counted is changed first, so that the next can begin on its last day.
where p.outcome = 'created' and (select count(*) from changed) >= 0 order by p.line;
