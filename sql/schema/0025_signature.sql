-- What proves a certificate to those who have only the paper: public keys of awarding bodies, and signatures. Private keys are
-- in files of those who sign, never here.

create table signature_key (
  id int generated always as identity primary key,
  partner_id int not null constraint signature_key_is_of_a_partner references partner,
  number int not null constraint signature_key_counts_from_one check (number > 0),
  public_key text collate "C" not null constraint signature_key_is_of_ed25519 check (public_key ~ '^[A-Za-z0-9+/]{43}=$'),
  fingerprint text collate "C" generated always as (
    encode(substr(sha256(decode(public_key, 'base64')), 1, 8), 'hex')) stored,
  address text constraint signature_key_address_is_of_the_web check (address ~ '^https?://[!-~]{1,100}$'),
  valid_from date not null default (now() at time zone 'UTC')::date,
  retired_on date,
  compromised_on date,
  reason text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint signature_key_number_is_given_once unique (partner_id, number),
  constraint signature_key_is_there_once unique (fingerprint),
  constraint signature_key_ends_after_it_begins check (retired_on >= valid_from and compromised_on >= valid_from),
  constraint signature_key_ends_with_a_reason check (
    (coalesce(retired_on, compromised_on) is null) = (reason is null) and btrim(reason) <> '')
);
comment on table signature_key is 'A public key by which the certificates of an awarding body are checked; never deleted.';
comment on column signature_key.id is 'Key of the row.';
comment on column signature_key.partner_id is 'The awarding body that signs with it.';
comment on column signature_key.number is 'Number within the awarding body.';
comment on column signature_key.public_key is 'The 32 bytes of the public key of Ed25519, in Base64.';
comment on column signature_key.fingerprint is
  'By which a code names it: the first 8 bytes of the SHA-256 of the public key, in hexadecimal.';
comment on column signature_key.address is 'Where keys and revocations are published, as printed on certificates.';
comment on column signature_key.valid_from is 'First day on which it signs, in UTC.';
comment on column signature_key.retired_on is 'Last day on which it signed.';
comment on column signature_key.compromised_on is 'Day from which others may have the private key.';
comment on column signature_key.reason is 'Why it was retired, or how it was compromised.';

create table signature (
  workshop_id int not null,
  credential_id bigint not null,
  key_id int not null constraint signature_is_by_a_key_that_is_known references signature_key,
  signed_on date not null default (now() at time zone 'UTC')::date,
  code text collate "C" not null constraint signature_holds_a_code check (
    code ~ '^LW1:[0-9A-Z $%*+./:-]+$' and char_length(code) between 100 and 3391),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint signature_is_given_once primary key (workshop_id, credential_id),
  constraint signature_is_of_a_credential foreign key (workshop_id, credential_id) references credential
);
create index signature_by_key_id on signature (key_id);
comment on table signature is 'A signed certificate: what its QR code says, kept so that each print of it is the same.';
comment on column signature.credential_id is 'The certificate.';
comment on column signature.key_id is 'The key that signed.';
comment on column signature.signed_on is 'Day of the signature, in UTC but not before that of the issue, as the code says it.';
comment on column signature.code is 'The text of the QR code: what was awarded, and the signature over it.';
