-- Sessions that are there and not in the file: of each class that it names, in the weeks from its first day in the file to its
-- last, so that those are found whose lesson is on another day of the week now.
-- Of a class with a line that is refused nothing is: who knows what that line would have said.
create temp table left_out on commit drop as
select s.workshop_id, s.id as session_id,
  concat_ws(' ', luban.shown_class(s.workshop_id, s.class_id), s.held_on::text, left(s.begins_at::text, 5)) as subject
from (
  select workshop_id, class_id, date_trunc('week', min(held_on))::date as begins_on, date_trunc('week', max(held_on))::date + 6 as ends_on
  from plan where class_id is not null
  group by workshop_id, class_id having bool_and(problems is null)) f
join session s on (s.workshop_id, s.class_id) = (f.workshop_id, f.class_id) and s.held_on between f.begins_on and f.ends_on
where luban.is_untouched(s)
  and not exists (select from plan p where (p.workshop_id, p.session_id) = (s.workshop_id, s.id));

-- Whoever takes attendance of one of them at this moment is waited for, and keeps it.
select from session s
where (s.workshop_id, s.id) in (select l.workshop_id, l.session_id from left_out l) and (select may_replace from run)
order by s.workshop_id, s.id for update;

delete from left_out l using session s
where (s.workshop_id, s.id) = (l.workshop_id, l.session_id) and not luban.is_untouched(s);
