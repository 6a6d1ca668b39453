-- What is done with periods: they are closed, and closed again. The figures are kept by the service, which has the reports.

create or replace function close_period(
  in_year int, in_as_of date, in_known_at timestamptz, in_release text, in_workshop int, in_reason text) returns setof luban.closing
language plpgsql as $$
declare
  closed text;
begin
  -- Whoever closes again says why. Where that is said, what was not closed yet is closed with the others, without a reason.
  if in_reason is null then
    select case when count(*) <= 5 then string_agg(w.code, ', ' order by w.code) else min(w.code) || ', …' end into closed
    from luban.workshop w
    where (in_workshop is null or w.id = in_workshop)
      and exists (select from luban.closing c where (c.workshop_id, c.year) = (w.id, in_year));
    if closed is not null then
      perform luban.refuse_duplicate(
        'period_is_closed_once', jsonb_build_object('year', in_year, 'workshops', closed), 'closing');
    end if;
  end if;
  return query
  insert into luban.closing (workshop_id, year, nth, as_of, known_at, release, definitions, reason)
  select o.id, in_year, o.nth, in_as_of, in_known_at, in_release, v.code,
    case when o.nth > 1 or not bool_or(o.nth > 1) over () then in_reason end
  from (
    select w.id, w.code, 1 + (select count(*) from luban.closing c where (c.workshop_id, c.year) = (w.id, in_year)) as nth
    from luban.workshop w where in_workshop is null or w.id = in_workshop) o
  cross join luban.schema_version v
  order by o.code
  returning *;
end $$;
comment on function close_period is
  'Closes a year at a workshop, or at all of them, as of a day and as known at a time; with a reason, again.';

create or replace view standing_closing with (security_invoker = true) as
select c.* from closing c
where not exists (select from closing l where (l.workshop_id, l.year) = (c.workshop_id, c.year) and l.nth > c.nth);
comment on view standing_closing is 'Of each year that a workshop has closed, the closing that stands: the last.';

create or replace function is_day_of_closing(in_day date, in_workshop int) returns boolean
language sql stable as $$
  -- A workshop that is newer than the closing has no part in it.
  select count(c.workshop_id) > 0
    and count(*) filter (where c.workshop_id is null and w.recorded_at <= (
      select max(l.known_at) from luban.standing_closing l where l.as_of = in_day)) = 0
  from luban.workshop w
  left join (select distinct workshop_id from luban.standing_closing where as_of = in_day) c on c.workshop_id = w.id
  where in_workshop is null or w.id = in_workshop
$$;
comment on function is_day_of_closing is
  'Whether a period was closed as of a day at a workshop, or at all that there were.';
