-- What each line and each cell of a sheet says, beside what is known: in the order of the keys, in which it is written.
create temp table plan on commit drop as
with named as not materialized (
  select s.line, s.sheet, s.status, s.others,
    array[coalesce(s.cohort, ''), coalesce(s.course, ''), coalesce(s.date, ''), coalesce(s.time, '')] as session,
    w.workshop_id, w.student_id, w.enrollment_id, w.problem, w.enrollment_problem
  from stage s
  join led w on w.named = array[coalesce(s.workshop, ''), coalesce(s.cohort, ''), coalesce(s.student, ''),
    coalesce(s.document_number, ''), coalesce(s.full_name, ''), coalesce(s.birth_date, '')]
  where s.fault is null
), line as (
  -- Lines of a long file; of sheets those that can't be read.
  select s.line, s.workshop_id, s.student_id, s.enrollment_id, n.session_id, n.held_on, null::bigint as nth,
    d.status, d.hours, null::timestamptz as base_at, null::text as base,
    nullif(concat_ws(',', s.problem, s.enrollment_problem, n.problem,
      case when s.status is not null and d.status is null then 'status:attendance_status_is_known' end
    ), '') as problems
  from named s
  join session_named n on n.named = s.session
  left join status_word d on d.word = s.status
  where s.sheet is null
  union all
  select s.line, n.workshop_id, s.student_id, null, null, null, null, null, null, null, null,
    case when n.id is null then 'sheet:sheet_is_known' when n.kind <> 'attendance' then 'sheet:sheet_is_of_attendance'
      else concat_ws(',', s.problem, s.enrollment_problem) end
  from named s
  join sheet_named n on n.code = luban.plain_code(s.sheet)
  where n.kind is distinct from 'attendance' or s.problem is not null or s.enrollment_problem is not null
  union all
  -- Cells: what is empty says nothing.
  select s.line, n.workshop_id, s.student_id, s.enrollment_id, c.session_id, c.held_on, c.nth,
    d.status, d.hours, n.recorded_at, b.noted,
    case when c.problem is not null then format('#%s:%s', c.nth, c.problem)
      when d.status is null then format('#%s:attendance_status_is_known', c.nth)
      when c.is_cancelled then format('#%s:attendance_is_of_a_session_that_takes_place', c.nth)
      when c.held_on > t.day then format('#%s:fact_is_of_today_or_earlier', c.nth) end
  from named s
  cross join run
  join sheet_named n on n.code = luban.plain_code(s.sheet) and n.kind = 'attendance'
  join workshop_today t on t.workshop_id = n.workshop_id
  cross join lateral unnest(s.others) with ordinality v (word, nth)
  join sheet_column c on c.code = n.code and c.nth = v.nth
  left join status_word d on d.word = v.word
  left join lateral (
    select noted(k.status, k.hours) from report.known_attendance(n.recorded_at) k
    where (k.workshop_id, k.session_id, k.enrollment_id) = (n.workshop_id, c.session_id, s.enrollment_id)) b (noted) on true
  where v.word is not null and s.problem is null and s.enrollment_problem is null
), known as (
  select l.*, n.departure, is_attended(l.status) and l.held_on <= n.left_on as is_of_no_show, noted(l.status, l.hours) as said,
    noted(a.status, a.hours) as known, a.recorded_at as known_since,
    p.begins_on is null and l.held_on is not null and l.enrollment_id is not null as is_outside,
    -- It says what the sheet said when it went out, whatever happened here.
    (noted(l.status, l.hours) = l.base) is true as is_untouched,
    case when l.status is not null then row_number() over (
      partition by l.workshop_id, l.session_id, l.enrollment_id order by l.line, l.nth) end as nth_of_cell
  from line l
  left join enrolled_when p on (p.workshop_id, p.enrollment_id) = (l.workshop_id, l.enrollment_id)
    and l.held_on between p.begins_on and p.ends_on
  left join absent n on (n.workshop_id, n.enrollment_id) = (l.workshop_id, l.enrollment_id)
  left join attendance a
    on (a.workshop_id, a.session_id, a.enrollment_id) = (l.workshop_id, l.session_id, l.enrollment_id)
), judged as (
  select k.*, nullif(concat_ws(',', k.problems,
    case when k.problems is not null or k.status is null or k.is_untouched then null
      when k.is_outside then coalesce('#' || k.nth, 'student') || ':attendance_is_of_those_enrolled'
      when k.is_of_no_show then coalesce('#' || k.nth, 'student') || ':record_is_of_one_who_attended'
      when k.nth_of_cell > 1 and k.session_id is not null then coalesce('#' || k.nth, '') || ':line_repeats_no_attendance'
      when k.hours is not null and broken_attendance(status => k.status, hours => k.hours) is not null then
        coalesce('#' || k.nth, 'status') || ':' || substring(broken_attendance(status => k.status, hours => k.hours) from ':([a-z_]+)')
      when k.hours is not null and k.hours > (select s.hours from session s where (s.workshop_id, s.id) = (k.workshop_id, k.session_id))
        then coalesce('#' || k.nth, 'status') || ':attendance_lies_within_its_session'
      when k.base_at is not null and k.known is distinct from k.base and k.known is distinct from k.said
        then '#' || k.nth || ':attendance_was_not_changed_meanwhile' end), '') as all_problems
  from known k
)
select j.line, j.workshop_id, j.student_id, j.session_id, j.enrollment_id, j.status, j.hours, j.all_problems as problems,
  case when j.all_problems is not null then null
    when j.status is null or j.is_untouched or j.known = j.said then 'unchanged'
    when j.known is null then 'created'
    when j.base_at is not null or run.may_update then 'changed' else 'unchanged' end as outcome,
  j.held_on::text as subject, case when j.known <> j.said and j.base_at is null then 'status' end as differs,
  case when j.all_problems ~ 'record_is_of_one_who_attended' then
      jsonb_build_object('record_is_of_one_who_attended', j.departure)
    when j.all_problems ~ 'attendance_was_not_changed_meanwhile' then jsonb_build_object(
    'attendance_was_not_changed_meanwhile', case when j.known is null then phrase('nothing any more')
      else format(phrase('{0} since {1} UTC'), phrase(split_part(j.known, ' ', 1)) || coalesce(substring(j.known from ' .*'), ''),
        to_char(j.known_since at time zone 'UTC', 'YYYY-MM-DD HH24:MI')) end)
    when j.all_problems ~ 'fact_is_of_today_or_earlier' then jsonb_build_object('fact_is_of_today_or_earlier',
      luban.still_to_come(j.workshop_id, j.held_on::text)) end as details
from judged j, run;
