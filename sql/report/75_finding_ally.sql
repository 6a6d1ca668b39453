-- Findings about who stands behind a workshop: of a whole workshop, and of no cohort.
create function report.ally_finding(as_of date, known_at timestamptz) returns setof report.finding_case
language sql stable parallel safe as $$
  select 'agreement_missing', h.workshop_id, null::bigint, null::bigint, i.code::text,
    case when a.until is null then luban.wording('none that it signed')
      else format(luban.wording('none since {0}, {1} days'), a.until, as_of - a.until + 1) end, not coalesce(a.is_covered, false)
  from report.hosting(known_at) h
  join report.known_workshop(known_at) w on w.id = h.workshop_id
  join report.known_partner(known_at) i on i.id = h.partner_id
  left join (
    select partner_id, bool_or(days @> as_of) as is_covered, max(upper(days)) filter (where upper(days) <= as_of) as until
    from report.agreed(known_at) group by partner_id) a on a.partner_id = h.partner_id
  where h.days @> as_of and w.status <> 'closed'
  union all
  select 'contact_missing', r.workshop_id, null, null, i.code::text, null, not exists (
    select from report.known_partner_contact(known_at) k where k.partner_id = r.partner_id)
  from (
    select distinct workshop_id, partner_id from report.known_workshop_role(known_at)
    where since <= as_of and as_of < until) r
  join report.known_partner(known_at) i on i.id = r.partner_id
$$;
comment on function report.ally_finding is 'Hosts without an agreement in force, and partners without anybody to write to.';
