-- A fact is of today or earlier; plans keep their future. Today is the workshop's, by the database's clock and the workshop's
-- zone; where no zone is known it is the furthest day in its country, and of what belongs to no workshop the furthest on earth.

create or replace view workshop_today with (security_invoker = true) as
select w.id as workshop_id, coalesce((now() at time zone w.time_zone)::date, (
    select max((now() at time zone z)::date) from luban.country c cross join unnest(c.time_zones) z where c.alpha2 = w.country),
  (now() at time zone 'Etc/GMT-14')::date) as day
from luban.workshop w;
comment on view workshop_today is
  'The day it is at each workshop: the furthest in its country where its time zone is not known.';

create or replace function time_zone_of(in_country text, in_city int) returns text
language sql stable as $$
  select case when count(distinct now() at time zone z) = 1 then (array_agg(z order by exists (
      select from luban.city p where p.id = in_city and z like '%/' || replace(p.name, ' ', '_')) desc, n))[1] end
  from luban.country c cross join unnest(c.time_zones) with ordinality t (z, n) where c.alpha2 = in_country
$$;
comment on function time_zone_of is
  'The time zone of a place, where its country has one time only; the zone named after its city before others.';

create or replace function today(in_workshop int default null) returns date
language sql stable parallel safe as $$
  select coalesce((select t.day from luban.workshop_today t where t.workshop_id = in_workshop),
    (now() at time zone 'Etc/GMT-14')::date)
$$;
comment on function today is 'The day it is at a workshop; without one the furthest on earth.';

create or replace function first_day(in_date partial_date) returns date
language sql immutable parallel safe as $$
  select (in_date || right('-01-01', 10 - length(in_date)))::date
$$;
comment on function first_day is 'The first day that a date of reduced precision may mean.';

create or replace function still_to_come(in_workshop int, in_day text) returns jsonb
language sql stable as $$
  select jsonb_strip_nulls(jsonb_build_object('day', in_day, 'today', luban.today(in_workshop), 'place', (
    select coalesce(c.name, w.code) from luban.workshop w left join luban.city c on c.id = w.city_id
    where w.id = in_workshop)))
$$;
comment on function still_to_come is 'What is said of a fact of a day to come: its day, today, and where that is.';

create or replace function refuse_day_to_come(in_workshop int, in_day text, in_table text) returns void language sql as $$
  select luban.break_rule('fact_is_of_today_or_earlier', luban.still_to_come(in_workshop, in_day), in_table)
$$;
comment on function refuse_day_to_come is 'Raises the law of days, with the day that it is.';

create or replace function fact_day(in_workshop int, in_day date, in_table text) returns date language plpgsql stable as $$
begin
  if in_day is null then
    return luban.today(in_workshop);
  end if;
  -- What is of yesterday in UTC, or earlier, is to come nowhere.
  if in_day >= (now() at time zone 'UTC')::date then
    if in_day > luban.today(in_workshop) then
      perform luban.refuse_day_to_come(in_workshop, in_day::text, in_table);
    end if;
  end if;
  return in_day;
end $$;
comment on function fact_day is
  'The day of a fact: the one given, else today at the workshop. Verbs ask it first, and so refuse a day to come by this rule.';

-- Of which kind every column of days is -------------------------------------------------------------------

delete from day_rule;
insert into day_rule (table_name, column_name, kind)
select split_part(one, '.', 1), split_part(one, '.', 2), d.kind
from (values
  ('fact'::day_kind, '{country_sco.since, country_sco.since_about, country_sco.until, sister_city.agreed_on, partner_name.valid_from,
    partner_name.valid_to, partner_event.effective_on, agreement.signed_on, workshop_event.happened_on,
    course.retired_on, program_amendment.amended_on, cohort_event.effective_on, cohort_stretch.since, student.birth_on, student.consent_on, student_name.valid_to,
    enrollment.applied_on, enrollment_event.effective_on, instructor_training.begins_on, instructor_training.ends_on,
    result.graded_on, language_certificate.taken_on, placement.ended_on, placement_log.worked_on,
    placement_evaluation.evaluated_on, credential.issued_on, credential.revoked_on, signature_key.valid_from,
    signature_key.retired_on, signature_key.compromised_on, signature.signed_on, survey.sent_on, survey_contact.asked_on,
    outcome.answered_on, outcome.job_from_on, closing.as_of}'::text[]),
  ('plan', '{agreement.effective_on, agreement.expires_on, agreement.ended_on, workshop_role.since, workshop_role.until,
    holiday.day, workshop_day.begins_on, workshop_day.ends_on, cohort_stretch.intake_on, cohort_stretch.planned_end_on, cohort.intake_on, cohort.planned_end_on, cohort.window_opens_on, cohort.window_closes_on,
    instructor.since, instructor.until, instructor_certification.since, instructor_certification.until, class.begins_on,
    class.ends_on, session.held_on, session.moved_from, sheet.from_on, sheet.to_on, language_certificate.valid_until,
    culture_event.begins_on, culture_event.ends_on, placement_offer.begins_on, placement_offer.ends_on,
    placement.begins_on, placement.ends_on}'),
  ('copy', '{enrollment.state_on, cohort_tally.effective_on, cohort_tally.no_show_on}')) d (kind, columns)
cross join unnest(d.columns) one;

-- What holds whoever writes: triggers --------------------------------------------------------------------

create or replace function fact_is_of_today_or_earlier() returns trigger language plpgsql as $$
declare
  latest date;
  offense record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- Its arguments are whose the rows are, and the latest day of a row, of all its columns that are facts. Attendance and
  -- participation, whose days are those of session and event, ask in triggers of their own.
  execute format('select max(%s) from new_rows n', tg_argv[1]) into latest;
  -- What is of yesterday in UTC, or earlier, is to come nowhere.
  if latest >= (now() at time zone 'UTC')::date then
    execute format('select d.workshop_id, d.latest from (
        select %s as workshop_id, max(%s) as latest from new_rows n group by 1) d
      where d.latest > luban.today(d.workshop_id) limit 1', tg_argv[0], tg_argv[1]) into offense;
    if offense.latest is not null then
      perform luban.refuse_day_to_come(offense.workshop_id, offense.latest::text, tg_table_name);
    end if;
  end if;
  return null;
end $$;
comment on function fact_is_of_today_or_earlier is 'Refuses facts of days to come, a statement at a time.';

create or replace view fact_column as
select r.table_name, r.column_name,
  case when exists (select from pg_attribute w where w.attrelid = a.attrelid and w.attname = 'workshop_id')
    then 'n.workshop_id' else 'null::int' end as workshop,
  -- What has no end says infinity.
  case when a.atttypid = 'date'::regtype then format('nullif(n.%I, ''infinity'')', r.column_name)
    else format('luban.first_day(n.%I)', r.column_name) end as day
from day_rule r
join pg_attribute a on a.attrelid = ('luban.' || r.table_name)::regclass and a.attname = r.column_name
where r.kind = 'fact';
comment on view fact_column is 'Of every column of days that are facts, the SQL that tells whose its row n is, and the day.';

-- Named to be asked before all others.
do $$
declare
  one record;
begin
  for one in
    select table_name, min(workshop) as workshop, format('greatest(%s)', string_agg(day, ', ' order by column_name)) as latest
    from fact_column group by table_name
  loop
    execute format('create or replace trigger "00_fact_is_of_today_or_earlier" after insert on %I
      referencing new table as new_rows for each statement execute function fact_is_of_today_or_earlier(%L, %L)',
      one.table_name, one.workshop, one.latest);
    execute format('create or replace trigger "00_fact_is_still_of_today_or_earlier" after update on %I
      referencing new table as new_rows for each statement execute function fact_is_of_today_or_earlier(%L, %L)',
      one.table_name, one.workshop, one.latest);
  end loop;
end $$;

create or replace function facts_to_come() returns table (column_name text, workshop_id int, day date)
language plpgsql stable as $$
declare
  one record;
begin
  for one in select f.* from luban.fact_column f order by f.table_name, f.column_name loop
    return query execute format('select %L, f.workshop_id, f.day from (select %s as workshop_id, %s as day from luban.%I n) f
      where f.day >= (now() at time zone ''UTC'')::date and f.day > luban.today(f.workshop_id)',
      one.table_name || '.' || one.column_name, one.workshop, one.day, one.table_name);
  end loop;
  return query
  select 'attendance', s.workshop_id, s.held_on from luban.session s join luban.workshop_today t on t.workshop_id = s.workshop_id
  where s.held_on > t.day
    and exists (select from luban.attendance a where (a.workshop_id, a.session_id) = (s.workshop_id, s.id));
  return query
  select 'participation', v.workshop_id, v.begins_on
  from luban.culture_event v join luban.workshop_today t on t.workshop_id = v.workshop_id
  where v.begins_on > t.day
    and exists (select from luban.participation p where (p.workshop_id, p.event_id) = (v.workshop_id, v.id));
end $$;
comment on function facts_to_come is 'Facts that are of a day to come, though none may be: for the doctor.';

-- In files --------------------------------------------------------------------------------------------------

create or replace function refuse_days_to_come(in_column text, in_day text) returns void language plpgsql as $$
begin
  execute format('update plan p set outcome = null, problems = concat_ws('','', p.problems, %1$L || '':fact_is_of_today_or_earlier''),
      details = coalesce(p.details, ''{}'') || jsonb_build_object(
        ''fact_is_of_today_or_earlier'', luban.still_to_come(p.workshop_id, p.%2$I::text))
    from (select workshop_id, day from luban.workshop_today union all select null, luban.today(null)) t
    where p.%2$I >= (now() at time zone ''UTC'')::date and p.%2$I > t.day and t.workshop_id is not distinct from p.workshop_id',
    in_column, in_day);
end $$;
comment on function refuse_days_to_come is
  'Refuses the lines of the plan of an import whose day is still to come, in the column of the file that says it.';

insert into rule (name, sentence, way_out, actions, detail) values
  ('day_is_of_one_kind', 'A column of days has one kind: fact, plan, or copy of either.', 'Leave the kinds of days to Luban.', '{}', ''),
  ('fact_is_of_today_or_earlier', 'A fact is of today or earlier, by the calendar of the workshop.', 'Check the day, or note it when that day has come.', '{}', '{day} is still to come; it is {today}[ at {place}]');
