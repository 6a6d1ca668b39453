-- What agreements of a file break over several rows and tables.
create temp table party_line on commit drop as
select p.line, n.code, i.id as partner_id from part p cross join lateral luban.listed_codes(p.parties) n (code)
left join partner i on i.code = n.code;

create temp table scope_line on commit drop as
select p.line, n.scope, w.id as workshop_id, o.id as program_id,
  case when w.id is null then 'covers:agreement_covers_a_known_workshop'
    when o.id is null and strpos(n.scope, ':') > 0 then 'covers:agreement_covers_a_known_program' end as problem
from part p
cross join lateral luban.listed_codes(p.covers) n (scope)
left join workshop w on w.code = split_part(n.scope, ':', 1)
left join program o on o.code = split_part(n.scope, ':', 2);

insert into refused
select line, 'parties:agreement_party_is_known', to_jsonb(string_agg(code, ', ' order by code))
from party_line where partner_id is null group by line;

insert into refused
select line, problem, to_jsonb(string_agg(scope, ', ' order by scope)) from scope_line where problem is not null group by line, problem;

-- Who is asked is asked of the days as they will be.
create temp table future on commit drop as
select p.line, a as agreement from run cross join part p
cross join lateral jsonb_populate_record(null::agreement, jsonb_build_object(
  'signed_on', p.signed_on, 'effective_on', p.effective_on, 'expires_on', p.expires_on, 'ended_on', p.ended_on)) a
where p.known_id is null or run.may_update and string_to_array(p.differs, ',') && '{signed_on,effective_on,expires_on,ended_on}';

insert into refused
select f.line, o.problem, o.details
from future f
join party_line y on y.line = f.line
join partner i on i.id = y.partner_id
cross join lateral (values
  (partner_status_on(i.id, coalesce((f.agreement).signed_on, (f.agreement).effective_on))) ) s (standing)
left join lateral (select effective_on from partner_event where partner_id = i.id and status = 'ended') e on true
cross join lateral (values
  (s.standing in ('suspended', 'ended'), 'parties:agreement_parties_are_in_good_standing',
    jsonb_build_object('partner', i.code, 'status', phrase(s.standing::text))),
  (agreement_until(f.agreement) > e.effective_on, 'parties:agreement_outlasts_no_partnership',
    jsonb_build_object('partner', i.code, 'day', e.effective_on))
  ) o (is_so, problem, details)
where o.is_so;

insert into refused
select p.line, o.problem, o.details
from part p
left join agreement k on k.id = p.known_id
left join lateral (
  select a.code, a.effective_on from agreement a where a.code = p.renews
  union all select q.code, q.effective_on from part q where q.code = p.renews and q.problems is null limit 1) r on true
cross join lateral (values
  ((select count(*) from party_line y where y.line = p.line) < 2, 'parties:agreement_has_two_parties',
    jsonb_build_object('agreement', p.code)),
  (string_to_array(p.differs, ',') && '{parties}', 'parties:agreement_keeps_its_parties',
    jsonb_build_object('agreement', p.code)),
  (k.ended_on is not null and string_to_array(p.differs, ',') && '{ended_on,end_reason}',
    'ended_on:agreement_is_ended_once', null),
  (p.renews = p.code, 'renews:agreement_does_not_renew_itself', null),
  (p.renews <> p.code and r.code is null, 'renews:agreement_renews_a_known_one', null),
  (p.renews <> p.code and r.effective_on >= p.effective_on, 'renews:agreement_renews_an_earlier_one',
    jsonb_build_object('agreement', p.code, 'day', p.effective_on, 'other', r.code, 'other_day', r.effective_on)),
  (p.renews <> p.code and exists (select from agreement a join agreement o on o.id = a.renews_id
      where o.code = p.renews and a.id is distinct from p.known_id)
    or exists (select from part q where q.renews = p.renews and q.line < p.line), 'renews:agreement_is_renewed_once', null)
  ) o (is_so, problem, details)
where o.is_so;

-- Whoever signs and is no active partner is told.
insert into note (line, note, value)
select p.line, standing_note(i.status), string_agg(i.code, ', ' order by i.code)
from part p join party_line y on y.line = p.line join partner i on i.id = y.partner_id
where p.known_id is null and i.status <> 'active'
group by p.line, i.status;
