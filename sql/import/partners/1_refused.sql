-- What partners of a file break over two tables: all have a name, and what was recorded of their standing is kept.
insert into refused
select line, 'name:partner_has_a_name'
from part where coalesce(name, name_zh, name_ru, other_names) is null and (problems ~ 'other_names:') is not true;

-- What is recorded of their standing by each line: since when they are active, and what became of that.
create temp table standing on commit drop as
select p.line, p.code, p.known_id, s.former, p.status, p.status_since, p.status_reason, p.differs,
  case when s.former = 'prospect' and (p.active_since is not null or p.status = 'active')
    then coalesce(p.active_since, today(null)) end as active_on,
  case when p.status <> s.former and not (s.former = 'prospect' and p.status = 'active')
    then coalesce(p.status_since, today(null)) end as status_on,
  (select max(effective_on) from partner_event e where e.partner_id = p.known_id) as last_on
from run
cross join part p
left join partner k on k.id = p.known_id
cross join lateral (select coalesce(k.status, 'prospect') as former) s
where p.known_id is null or run.may_update;

insert into refused
select s.line, o.problem, o.details
from standing s
cross join lateral (values
  (s.status <> s.former and not partner_change_is_known(case when s.active_on is null then s.former else 'active' end, s.status)
      and not (s.active_on is not null and s.status = 'active'), 'status:partner_change_is_allowed',
    jsonb_build_object('partner', s.code, 'from', phrase(s.former::text), 'to', phrase(s.status::text))),
  (s.status_on is not null and s.status in ('suspended', 'ended') and s.status_reason is null,
    'status_reason:partner_event_says_why', null),
  (s.active_on is null and 'active_since' = any (string_to_array(s.differs, ',')), 'active_since:events_are_kept', null),
  (s.status_on is null and s.known_id is not null and 'status_since' = any (string_to_array(s.differs, ',')),
    'status_since:events_are_kept', null),
  (s.status_on is null and s.known_id is not null and 'status_reason' = any (string_to_array(s.differs, ',')),
    'status_reason:events_are_kept', null),
  (s.active_on < s.last_on, 'active_since:partner_events_follow_each_other',
    jsonb_build_object('partner', s.code, 'day', s.active_on, 'last', s.last_on)),
  (s.status_on < greatest(s.last_on, s.active_on), 'status_since:partner_events_follow_each_other',
    jsonb_build_object('partner', s.code, 'day', s.status_on, 'last', greatest(s.last_on, s.active_on))),
  (s.status_on is not null and s.status = 'ended' and what_hangs_on_partner(s.known_id, s.status_on) is not null,
    'status:partner_ends_when_nothing_hangs_on_it',
    jsonb_build_object('partner', s.code, 'hanging', what_hangs_on_partner(s.known_id, s.status_on)))
  ) o (is_so, problem, details)
where o.is_so;
