-- What will become of each line. One that was issued anew on the line's day is known already. A former one is revoked by it
-- where it is valid, so that no graduate has two of a side.
create temp table plan on commit drop as
with met as (
  select a.*, k.enrollment_id, k.side, k.serial, k.issued_on, k.revoked_on, r.serial as replaced_by,
    r.issued_on as replaced_on, v.serial as valid_serial,
    r.id is not null and coalesce(a.given_on, r.issued_on) = r.issued_on as is_known,
    row_number() over (partition by a.workshop_id, a.credential_id order by a.line) as nth,
    case when k.id is not null then luban.credential_refusals(e.state, e.state_on, a.day, u.edition_id is not null, exists (
      select from program_certificate t where (t.edition_id, t.side) = (c.edition_id, k.side)), b.partner_id is not null) end as refusals, b.partner_id as body_id
  from asked a
  left join credential k on (k.workshop_id, k.id) = (a.workshop_id, a.credential_id)
  left join credential r on (r.workshop_id, r.replaces_id) = (k.workshop_id, k.id)
  left join credential v on v.revoked_on is null
    and (v.workshop_id, v.enrollment_id, v.side) = (k.workshop_id, k.enrollment_id, k.side)
  left join enrollment e on (e.workshop_id, e.id) = (k.workshop_id, k.enrollment_id)
  left join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  left join completion_rule u on u.edition_id = c.edition_id
  left join lateral awarding_bodies(c.workshop_id, c.edition_id, a.day) b on b.side = k.side
), judged as (
  select m.*, nullif(concat_ws(',', m.problems,
    case when m.nth > 1 and m.credential_id is not null then 'serial:credential_stands_once_in_a_file' end,
    case when not m.is_known then nullif(concat_ws(',',
      case when m.replaced_by is not null then 'serial:credential_is_replaced_once'
        when m.valid_serial <> m.serial then 'serial:credential_is_valid_once_a_side' end,
      case when m.reason is null and m.revoked_on is null then 'reason:credential_revocation_has_a_reason' end,
      case when m.day < m.issued_on and m.revoked_on is null then 'on:credential_is_revoked_after_its_issue' end,
      (select string_agg(case rule when 'credential_follows_the_completion' then 'on:' else 'serial:' end || rule, ',')
        from unnest(m.refusals) rule)), '') end), '') as own_problems
  from met m
), paired as (
  -- Of two former ones of a graduate's side, which are right in themselves, the first is issued anew.
  select j.*, coalesce(j.own_problems, case when not j.is_known and row_number() over (
    partition by j.workshop_id, j.enrollment_id, j.side, j.own_problems is null, j.is_known order by j.line) > 1
    then 'serial:credential_is_valid_once_a_side' end) as all_problems
  from judged j
)
select j.line, j.workshop_id, j.student_id, j.serial::text as subject, j.all_problems as problems,
  case when j.all_problems is not null then null when j.is_known then 'unchanged' else 'created' end as outcome,
  null::text as differs,
  case when j.all_problems is not null then jsonb_strip_nulls(jsonb_build_object(
    'credential_is_revoked_after_its_issue', format(phrase('it was issued on {0}'), j.issued_on),
    'credential_is_replaced_once', format(phrase('{0} dated {1}'), j.replaced_by, j.replaced_on),
    'credential_is_valid_once_a_side', j.valid_serial)) end as details,
  j.credential_id, j.day, j.reason, j.body_id
from paired j;

select luban.refuse_days_to_come('on', 'day');

insert into note (line, note, value)
select p.line, standing_note(i.status), i.code
from plan p join partner i on i.id = p.body_id where p.outcome = 'created' and i.status <> 'active';
