-- What each line says, whom it means, and what it would change. A blank cell says nothing.
create temp table plan on commit drop as
with read as (
  select s.line, coalesce(w.id, case when s.workshop is null then run.workshop_id end) as workshop_id, i.id as partner_id,
    luban.plain_code(split_part(s.instructor, '/', 2)) as staff_number, s.instructor, luban.composed(s.full_name) as full_name,
    luban.composed(s.latin_name) as latin_name, luban.composed(s.chinese_name) as chinese_name, s.email, s.phone,
    s.since as raw_since, s.until as raw_until, luban.read_day(s.since, run.dates)::date as since,
    luban.read_day(s.until, run.dates)::date as until, run.dates,
    coalesce(run.day, luban.today(coalesce(w.id, run.workshop_id))) as day, run.may_update, k.courses, k.are_known
  from run
  cross join stage s
  left join workshop w on w.code = luban.plain_code(s.workshop)
  left join partner i on i.code = luban.plain_code(split_part(s.instructor, '/', 1)) and s.instructor ~ '^[^/]+/[^/]+$'
  cross join lateral (
    select array_remove(array_agg(distinct o.id), null) as courses, count(*) = count(o.id) as are_known
    from regexp_split_to_table(s.certified_for, '[;,；，、\s]+') word left join course o on o.code = luban.plain_code(word)
    where word <> '') k
  where s.fault is null
  offset 0
), met as (
  select r.*, n.id as instructor_id, coalesce(r.since, n.since, r.day) as begins_on, coalesce(r.until, n.until, 'infinity') as leaves_on,
    row_number() over (partition by r.workshop_id, r.partner_id, r.staff_number order by r.line) as nth,
    missing.courses as missing,
    case when n.id is not null then nullif(concat_ws(',',
      case when r.full_name <> n.full_name then 'full_name' end,
      case when r.latin_name is not null and r.latin_name is distinct from n.latin_name then 'latin_name' end,
      case when r.chinese_name is not null and r.chinese_name is distinct from n.chinese_name then 'chinese_name' end,
      case when r.email is not null and r.email is distinct from n.email then 'email' end,
      case when r.phone is not null and r.phone is distinct from n.phone then 'phone' end,
      case when r.since <> n.since then 'since' end, case when r.until <> n.until then 'until' end,
      case when cardinality(missing.courses) > 0 then 'certified_for' end), '') end as different
  from read r
  left join instructor n on (n.workshop_id, n.partner_id, n.staff_number) = (r.workshop_id, r.partner_id, r.staff_number)
  -- Courses for which they are not certified to the end of their time.
  cross join lateral (
    select coalesce(array_agg(course_id order by course_id), '{}') as courses from unnest(r.courses) wanted (course_id)
    where not exists (select from instructor_certification c where c.workshop_id = r.workshop_id
      and c.instructor_id = n.id and c.course_id = wanted.course_id and c.until > coalesce(r.since, r.day))) missing
), judged as (
  select m.*, nullif(concat_ws(',',
    case when workshop_id is null then 'workshop:line_names_a_workshop' end,
    case when instructor is null or instructor !~ '^[^/]+/[^/]+$' then 'instructor:line_names_a_known_instructor'
      when partner_id is null then 'instructor:instructor_is_of_a_partner'
      else coalesce(luban.broken_instructor(staff_number => staff_number),
        case when nth > 1 then 'instructor:instructor_number_is_unique' end) end,
    case when full_name is null then case when instructor_id is null then 'full_name:instructor_has_a_name' end
      else 'full_name:' || luban.kept_name_rule(full_name) end,
    'latin_name:' || luban.kept_name_rule(latin_name), 'chinese_name:' || luban.kept_name_rule(chinese_name),
    luban.broken_instructor(email => email),
    case when luban.is_damaged(phone) then 'phone:value_is_not_damaged_by_excel' else luban.broken_instructor(phone => phone) end,
    case when raw_since is not null and since is null then 'since:' || luban.day_problem(raw_since, dates) end,
    case when raw_until is not null and until is null then 'until:' || luban.day_problem(raw_until, dates)
      when luban.broken_instructor(since => begins_on, until => leaves_on) is not null then 'until:instructor_stay_is_in_order'
      when may_update and exists (select from class k where (k.workshop_id, k.instructor_id) = (m.workshop_id, m.instructor_id)
        and not (begins_on <= k.begins_on and k.begins_on < leaves_on)) then 'until:class_is_taught_by_who_is_there'
      when may_update and exists (select from session s where (s.workshop_id, s.instructor_id) = (m.workshop_id, m.instructor_id)
        and not (begins_on <= s.held_on and s.held_on < leaves_on)) then 'until:session_is_taught_by_who_is_there' end,
    case when not are_known then 'certified_for:certification_is_for_a_known_course' end), '') as problems
  from met m
)
select line, workshop_id, problems,
  case when problems is not null then null when instructor_id is null then 'created'
    when different is not null and may_update then 'changed' else 'unchanged' end as outcome,
  null::bigint as student_id, luban.plain_code(instructor) as subject, case when problems is null then different end as differs,
  null::jsonb as details, instructor_id, partner_id, staff_number, full_name, latin_name, chinese_name, email, phone,
  begins_on, leaves_on, missing, coalesce(since, day) as certified_since
from judged;
