-- What will become of each line. One that is revoked as the line says is known already; of two lines the second is refused.
create temp table plan on commit drop as
select j.line, j.workshop_id, j.student_id, j.serial::text as subject, j.all_problems as problems,
  case when j.all_problems is not null then null when j.is_known then 'unchanged' else 'changed' end as outcome,
  null::text as differs,
  case when j.all_problems is not null then jsonb_build_object(
    'credential_is_revoked_after_its_issue', format(phrase('it was issued on {0}'), j.issued_on),
    'credential_is_frozen', format(phrase('revoked on {0}: {1}'), j.revoked_on, j.revoke_reason)) end as details,
  j.credential_id, j.day, j.reason
from (
  select a.*, k.serial, k.issued_on, k.revoked_on, k.revoke_reason, known.is_known,
    nullif(concat_ws(',', a.problems,
      case when a.reason is null and not known.is_known then 'reason:credential_revocation_has_a_reason' end,
      case when a.day < k.issued_on then 'on:credential_is_revoked_after_its_issue' end,
      case when k.revoked_on is not null and not known.is_known then 'serial:credential_is_frozen' end,
      case when row_number() over (partition by a.workshop_id, a.credential_id order by a.line) > 1 and a.credential_id is not null
        then 'serial:credential_stands_once_in_a_file' end), '') as all_problems
  from asked a
  left join credential k on (k.workshop_id, k.id) = (a.workshop_id, a.credential_id)
  cross join lateral (
    select k.revoked_on is not null and coalesce(a.given_on, k.revoked_on) = k.revoked_on
      and coalesce(a.given_reason, k.revoke_reason) = k.revoke_reason as is_known) known) j;

select luban.refuse_days_to_come('on', 'day');
