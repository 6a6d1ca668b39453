-- What partners, agreements and workshops still lacked: when facts were recorded, and a few rules.

alter domain partial_date add constraint partial_date_is_in_the_calendar check (
  case when length(value) = 10 then
    right(value, 2)::int <= extract(day from make_date(left(value, 4)::int, substr(value, 6, 2)::int, 1)
      + interval '1 month' - interval '1 day')
  else true end);

-- A city is one of the country: the key of both says so.
alter table city add constraint city_key_with_country unique (id, country);
drop index institution_by_city;
alter table institution
  drop constraint institution_city_is_known,
  add constraint institution_city_is_in_its_country foreign key (city_id, country) references city (id, country);
create index institution_by_city on institution (city_id, country);
drop index workshop_by_city;
alter table workshop
  drop constraint workshop_city_is_known,
  add constraint workshop_city_is_in_its_country foreign key (city_id, country) references city (id, country);
create index workshop_by_city on workshop (city_id, country);

alter table institution
  add constraint institution_website_has_no_blanks check (website ~ '^\S+$');

alter table institution_event
  add constraint institution_event_says_why check (
    status in ('prospect', 'active') or coalesce(btrim(reason), '') <> '');

alter table institution_contact
  add column recorded_at timestamptz not null default now(),
  add column recorded_by text not null default session_user,
  add constraint contact_phone_is_a_number check (is_phone(phone)),
  add constraint contact_is_once_at_a_partner unique nulls not distinct (institution_id, name, email, phone);
comment on column institution_contact.recorded_at is 'When it was entered.';
comment on column institution_contact.recorded_by is 'Role that entered it.';

alter table agreement
  add constraint agreement_ends_before_it_expires check (ended_on < expires_on),
  add constraint agreement_end_reason_is_not_blank check (btrim(end_reason) <> '');

alter table workshop_event
  add column recorded_at timestamptz not null default now(),
  add column recorded_by text not null default session_user,
  add constraint workshop_milestone_is_once unique (workshop_id, kind, happened_on);
comment on column workshop_event.recorded_at is 'When it was entered.';
comment on column workshop_event.recorded_by is 'Role that entered it.';

alter table workshop_role
  add column recorded_at timestamptz not null default now(),
  add column recorded_by text not null default session_user;
comment on column workshop_role.recorded_at is 'When it was entered.';
comment on column workshop_role.recorded_by is 'Role that entered it.';
