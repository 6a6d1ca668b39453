-- Whoever moves the dates of these classes waits, and is waited for.
create temp table named_class on commit drop as
select distinct on (s.cohort, s.course) s.cohort, s.course, c.workshop_id, c.id as cohort_id, c.status, k.id as class_id
from run
cross join (select distinct cohort, course from stage where fault is null) s
left join workshop w on w.id = run.workshop_id
left join cohort c on c.code = coalesce(luban.plain_code(s.cohort), run.cohort_code) and c.workshop_id = coalesce(w.id, c.workshop_id)
left join course o on o.code = luban.plain_code(s.course)
left join class k on (k.workshop_id, k.cohort_id, k.course_id) = (c.workshop_id, c.id, o.id);

analyze named_class;

select from class k where (k.workshop_id, k.id) in (select n.workshop_id, n.class_id from named_class n)
order by k.workshop_id, k.id for share;

create temp table named_instructor on commit drop as
select distinct s.instructor, n.workshop_id, n.id, n.since, n.until
from (select distinct instructor from stage where fault is null and instructor is not null) s
join partner i on i.code = luban.plain_code(split_part(s.instructor, '/', 1))
join instructor n on n.partner_id = i.id and n.staff_number = luban.plain_code(split_part(s.instructor, '/', 2));

analyze named_instructor;

create temp table plan on commit drop as
with read as (
  select s.line, n.workshop_id, n.cohort_id, n.class_id, n.status, k.begins_on, k.ends_on, i.id as named_id, i.since, i.until,
    s.date as raw_date, s.begins as raw_begins, s.ends as raw_ends, s.hours as raw_hours, s.instructor as raw_instructor,
    run.dates, run.may_update, luban.read_day(s.date, run.dates)::date as held_on, luban.read_time(s.begins) as begins_at,
    luban.read_time(s.ends) as ends_at, luban.read_hours(s.hours) as hours, luban.composed(s.room) as room,
    nullif(i.id, k.instructor_id) as instructor_id
  from run
  cross join stage s
  join named_class n on n.cohort is not distinct from s.cohort and n.course is not distinct from s.course
  left join class k on (k.workshop_id, k.id) = (n.workshop_id, n.class_id)
  left join named_instructor i on i.workshop_id = n.workshop_id and i.instructor = s.instructor
  where s.fault is null
  offset 0
), known as (
  -- What was moved since stays where it went: a file that is sent again has it where it was first planned.
  select r.*, coalesce(x.id, moved.id) as session_id,
    case when x.id is not null then nullif(concat_ws(',', case when r.ends_at <> x.ends_at then 'ends' end,
      case when r.hours <> x.hours then 'hours' end,
      case when r.room is distinct from coalesce(x.room, k.room) and r.room is not null then 'room' end,
      case when r.instructor_id is distinct from x.instructor_id and r.raw_instructor is not null then 'instructor' end), '')
      end as different,
    row_number() over (partition by r.workshop_id, r.class_id, r.held_on, r.begins_at order by r.line) as nth
  from read r
  left join class k on (k.workshop_id, k.id) = (r.workshop_id, r.class_id)
  left join session x on (x.workshop_id, x.class_id, x.held_on, x.begins_at) = (r.workshop_id, r.class_id, r.held_on, r.begins_at)
  left join session moved on x.id is null
    and (moved.workshop_id, moved.class_id, moved.moved_from) = (r.workshop_id, r.class_id, r.held_on + r.begins_at)
), judged as (
  select k.*, nullif(concat_ws(',',
    case when cohort_id is null then 'cohort:line_names_a_cohort' when class_id is null then 'course:line_names_a_known_class' end,
    case when raw_date is null then 'date:session_has_day_and_times'
      when held_on is null then 'date:' || luban.day_problem(raw_date, dates)
      when held_on < begins_on or held_on > ends_on then 'date:session_lies_within_its_class' end,
    case when raw_begins is null then 'begins:session_has_day_and_times'
      when begins_at is null then 'begins:' || luban.time_problem(raw_begins) end,
    case when raw_ends is null then 'ends:session_has_day_and_times'
      when ends_at is null then 'ends:' || luban.time_problem(raw_ends)
      else luban.broken_session(begins_at => begins_at, ends_at => ends_at) end,
    case when luban.is_damaged(raw_hours) then 'hours:value_is_not_damaged_by_excel'
      when raw_hours is not null then luban.broken_session(hours => coalesce(hours, 0)) end,
    case when raw_instructor is not null and cohort_id is not null then case when named_id is null
      then 'instructor:line_names_a_known_instructor'
      when instructor_id is not null and not (since <= held_on and held_on < until)
      then 'instructor:session_is_taught_by_who_is_there' end end,
    case when class_id is not null and held_on is not null and begins_at is not null and nth > 1
      then 'begins:session_begins_once' end,
    case when status = 'cancelled' and session_id is null then 'cohort:class_is_of_a_living_cohort' end), '') as problems
  from known k
)
select line, workshop_id, problems,
  case when problems is not null then null when session_id is null then 'created'
    when different is not null and may_update then 'changed' else 'unchanged' end as outcome,
  null::bigint as student_id,
  concat_ws(' ', luban.shown_class(workshop_id, class_id), held_on::text, left(begins_at::text, 5)) as subject,
  case when problems is null then different end as differs, null::jsonb as details,
  class_id, session_id, held_on, begins_at, ends_at, hours, room, raw_instructor is not null as names_instructor, instructor_id
from judged;
