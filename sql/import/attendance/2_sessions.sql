-- Whoever is withdrawn at this moment is waited for, before it is asked when they were enrolled.
select from enrollment e
where (e.workshop_id, e.id) in (select workshop_id, enrollment_id from led where enrollment_id is not null)
order by e.workshop_id, e.id for share;

-- Which sessions are meant: of each column of a sheet, and of each way in which a long file names one. Few are named
-- in many lines, so that each is looked up once.
create temp table sheet_column on commit drop as
select n.code, h.nth,
  case when count(s.id) = 1 then min(s.id) end as session_id, bool_or(s.cancel_reason is not null) as is_cancelled,
  min(s.held_on) as held_on,
  case when count(s.id) = 1 then null when count(distinct s.held_on) > 1 then 'date_is_in_a_named_format'
    else 'header_is_a_session_of_the_sheet' end as problem
from sheet_named n
cross join run
cross join lateral unnest(run.others) with ordinality h (name, nth)
-- Excel writes the days of a header anew, in the fashion of the country.
cross join lateral (
  select regexp_replace(split_part(h.name, ' ', 1), '^(\d\d?[-/.]\d\d?[-/.])(\d\d)$', '\120\2') as day,
    luban.read_time(nullif(split_part(h.name, ' ', 2), '')) as at) p
left join session s on s.workshop_id = n.workshop_id and s.class_id = n.class_id
  and s.held_on between n.from_on and n.to_on and (p.at is null or s.begins_at = p.at)
  and s.held_on::text in (luban.read_day(p.day, coalesce(run.dates, 'dd/mm/yyyy')),
    luban.read_day(p.day, coalesce(run.dates, 'mm/dd/yyyy')))
group by n.code, h.nth;

analyze sheet_column;

create temp table session_named on commit drop as
select array[n.cohort, n.course, n.date, n.time] as named,
  case when count(s.id) = 1 then min(s.id) end as session_id, min(s.held_on) as held_on, c.cohort_id,
  nullif(concat_ws(',',
    case when n.date <> '' and d.day is null then 'date:' || luban.day_problem(n.date, run.dates) end,
    case when n.time <> '' and luban.read_time(n.time) is null then 'time:time_is_hours_and_minutes' end,
    case when c.id is null then 'course:line_names_a_class'
      when count(s.id) <> 1 and d.day is not null then 'date:line_names_one_session'
      when bool_or(s.cancel_reason is not null) then 'date:attendance_is_of_a_session_that_takes_place'
      when min(s.held_on) > luban.today(c.workshop_id) then 'date:fact_is_of_today_or_earlier' end), '') as problem
from (
  select distinct coalesce(cohort, '') as cohort, coalesce(course, '') as course, coalesce(date, '') as date,
    coalesce(time, '') as time
  from stage where fault is null and sheet is null) n
cross join run
left join cohort h on h.code = coalesce(luban.plain_code(nullif(n.cohort, '')), run.cohort_code)
cross join lateral (
  select case when n.date = '' then coalesce(run.day, luban.today(h.workshop_id))
    else luban.read_day(n.date, run.dates)::date end as day) d
left join course k on k.code = luban.plain_code(n.course)
left join class c on (c.workshop_id, c.cohort_id, c.course_id) = (h.workshop_id, h.id, k.id)
left join session s on (s.workshop_id, s.class_id) = (c.workshop_id, c.id) and s.held_on = d.day
  and s.begins_at = coalesce(luban.read_time(n.time), s.begins_at)
group by n.cohort, n.course, n.date, n.time, c.id, c.cohort_id, c.workshop_id, d.day, run.dates;

analyze session_named;

-- Behind the word may stand the hours of who was not there all the time: late 1.5.
create temp table status_word on commit drop as
select raw as word, means::attendance_status as status, null::numeric as hours from said where kind = 'attendance'
union all
select v.raw, w.means::attendance_status, read_hours(v.part[2])
from (
  select raw, regexp_match(narrow(raw), '^([^0-9]*[^0-9\s])\s*([0-9][0-9.,]*)$') as part
  from (select status from stage union select cell from stage, unnest(others) cell) cell (raw)) v
join word w on (w.kind, w.word) = ('attendance', fold_word(v.part[1]))
where read_hours(v.part[2]) is not null;

insert into said
select 'attendance', word, status from status_word where hours is not null;

analyze status_word;

-- Who is said never to have attended: absence can be noted of them, presence not.
create temp table absent on commit drop as
select n.* from no_shows_of(
  array(select workshop_id from led where enrollment_id is not null order by enrollment_id),
  array(select enrollment_id from led where enrollment_id is not null order by enrollment_id)) n;

analyze absent;

create temp table enrolled_when on commit drop as
select n.workshop_id, n.enrollment_id, p.begins_on, p.ends_on
from (select distinct workshop_id, enrollment_id from led where enrollment_id is not null) n
cross join lateral luban.enrolled_period_of(n.workshop_id, n.enrollment_id) p;

analyze enrolled_when;
