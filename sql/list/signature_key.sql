create view list.signature_key with (security_invoker = true) as
select shown_signature_key(p.code, k.number) as key, p.code as body, k.fingerprint,
  case when k.compromised_on is not null then 'compromised' when k.retired_on is not null then 'retired' else 'valid' end as status,
  k.valid_from, k.retired_on, k.compromised_on, k.reason, k.address,
  (select count(*) from signature s where s.key_id = k.id) as signatures
from signature_key k join partner p on p.id = k.partner_id;
comment on column list.signature_key.key is 'code of the key: awarding body and number';
comment on column list.signature_key.body is 'code of the awarding body';
comment on column list.signature_key.fingerprint is 'by which codes and published files name it';
comment on column list.signature_key.status is 'valid, retired or compromised';
comment on column list.signature_key.valid_from is 'first day on which it signs, in UTC';
comment on column list.signature_key.retired_on is 'last day on which it signed';
comment on column list.signature_key.compromised_on is 'day from which others may have it';
comment on column list.signature_key.reason is 'why it was retired, or how it was compromised';
comment on column list.signature_key.address is 'where keys and revocations are published';
comment on column list.signature_key.signatures is 'certificates it signed';
