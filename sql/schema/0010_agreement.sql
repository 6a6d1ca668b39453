-- What partners signed.

create type agreement_kind as enum ('memorandum', 'joint_training', 'credit_recognition', 'equipment');
comment on type agreement_kind is 'What was signed.';

create table agreement (
  id int generated always as identity primary key,
  code code not null constraint agreement_code_is_unique unique,
  number text constraint agreement_number_is_short check (btrim(number) <> '' and length(number) <= 100 and number !~ '[[:cntrl:]]'),
  kind agreement_kind not null,
  signed_on date,
  effective_on date not null,
  expires_on date,
  ended_on date,
  end_reason text constraint agreement_end_reason_is_not_blank check (btrim(end_reason) <> ''),
  renews_id int constraint agreement_is_renewed_once unique
    constraint agreement_renews_a_known_one references agreement,
  note text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint agreement_expires_after_it_begins check (expires_on > effective_on),
  constraint agreement_ends_after_it_begins check (ended_on >= effective_on),
  constraint agreement_ends_before_it_expires check (ended_on < expires_on),
  constraint agreement_is_signed_before_it_expires check (signed_on < expires_on),
  constraint agreement_does_not_renew_itself check (renews_id <> id),
  constraint agreement_end_has_a_reason check ((ended_on is null) = (end_reason is null))
);
comment on table agreement is 'What two or more partners signed.';
comment on column agreement.id is 'Key.';
comment on column agreement.code is 'Code people type, as in LW-2026-07.';
comment on column agreement.number is 'Number on the paper, as the parties write it.';
comment on column agreement.kind is 'What was signed.';
comment on column agreement.signed_on is 'Day of the signature.';
comment on column agreement.effective_on is 'First day in force.';
comment on column agreement.expires_on is 'First day no longer in force; empty for no end.';
comment on column agreement.ended_on is 'Day it was ended before its time.';
comment on column agreement.end_reason is 'Why it was ended.';
comment on column agreement.renews_id is 'The agreement it renews.';
comment on column agreement.note is 'Free remark.';

create table agreement_party (
  agreement_id int not null constraint agreement_party_is_of_an_agreement references agreement on delete cascade,
  partner_id int not null constraint agreement_party_is_known references partner,
  constraint agreement_has_a_party_once primary key (agreement_id, partner_id)
);
create index agreement_party_by_partner on agreement_party (partner_id);
comment on table agreement_party is 'Who signed an agreement: two or more.';
comment on column agreement_party.partner_id is 'A party to it.';

create table agreement_scope (
  workshop_id int not null constraint agreement_covers_a_known_workshop references workshop on delete cascade,
  id bigint generated always as identity,
  agreement_id int not null constraint agreement_scope_is_of_an_agreement references agreement on delete cascade,
  program_id int constraint agreement_covers_a_known_program references program,
  primary key (workshop_id, id),
  constraint agreement_covers_a_program_once unique nulls not distinct (workshop_id, agreement_id, program_id)
);
create index agreement_scope_by_agreement on agreement_scope (agreement_id);
create index agreement_scope_by_program on agreement_scope (program_id);
comment on table agreement_scope is 'What an agreement covers: a program at a workshop, or all of its programs.';
comment on column agreement_scope.program_id is 'The program; empty for every program of the workshop.';
