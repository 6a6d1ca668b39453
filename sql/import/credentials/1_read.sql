-- Each line: which credential, on which day, and why. Who is named beside a serial number is who it was awarded to, so that
-- a wrong digit takes nobody else's.
create temp table asked on commit drop as
select s.line, k.workshop_id, k.id as credential_id, e.student_id, luban.read_day(s.on, run.dates)::date as given_on,
  case when s.on is null then coalesce(run.day, luban.today(k.workshop_id)) else luban.read_day(s.on, run.dates)::date end as day,
  luban.composed(coalesce(s.reason, run.params ->> 'reason')) as reason, s.reason as given_reason,
  nullif(concat_ws(',',
    case when k.id is null then 'serial:line_names_a_known_credential' end,
    case when s.student is not null and n.number is null then 'student:' || luban.number_problem(s.student)
      when n.number <> t.number or n.workshop <> w.code then 'student:credential_is_of_whom_the_line_names' end,
    case when k.id is not null and n.folded <> luban.fold(k.record #>> '{student,name}')
      and exists (select from known_name m where m.workshop_id = t.workshop_id and (m.folded = n.folded
        or m.student_id = t.id and luban.script(m.folded) = luban.script(n.folded)))
      and not exists (select from known_name m where (m.workshop_id, m.student_id) = (t.workshop_id, t.id)
        and (luban.likeness(m.folded, n.folded) in ('same', 'letters', 'order', 'spelling', 'part')
          or luban.is_part_of(n.folded, m.folded))) then 'full_name:credential_is_of_whom_the_line_names' end,
    case when s.on is not null and luban.read_day(s.on, run.dates) is null then 'on:' || luban.day_problem(s.on, run.dates) end
  ), '') as problems
from run
cross join stage s
cross join lateral (
  select luban.plain_number(s.serial) as serial,
    luban.read_student_number(s.student) as number, luban.number_workshop(s.student) as workshop,
    luban.unmixed(luban.fold(luban.composed(s.full_name))) as folded) n
left join credential k on k.serial = n.serial
left join workshop w on w.id = k.workshop_id
left join enrollment e on (e.workshop_id, e.id) = (k.workshop_id, k.enrollment_id)
left join student t on (t.workshop_id, t.id) = (e.workshop_id, e.student_id)
where s.fault is null;

analyze asked;

insert into note (line, note, value)
select a.line, format(luban.phrase('name not compared: no {0} name is known'), luban.script(n.folded)), s.full_name
from asked a
join stage s using (line)
cross join lateral (select luban.unmixed(luban.fold(luban.composed(s.full_name))) as folded) n
where a.student_id is not null and n.folded is not null and not exists (select from known_name m
  where (m.workshop_id, m.student_id) = (a.workshop_id, a.student_id) and luban.script(m.folded) = luban.script(n.folded));

-- Whoever revokes one of these, or issues it anew, is waited for.
select from credential
where (workshop_id, id) in (select workshop_id, credential_id from asked)
order by workshop_id, id for update;
