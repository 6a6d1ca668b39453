-- Days without teaching: public holidays, and a workshop's own days.

create table holiday (
  country text collate "C" not null constraint holiday_is_of_a_known_country references country,
  day date not null,
  name text not null,
  source text not null,
  constraint holiday_is_once_a_day primary key (country, day)
);
comment on table holiday is 'Public holidays of the countries of workshops.';
comment on column holiday.country is 'The country.';
comment on column holiday.day is 'The day.';
comment on column holiday.name is 'What is celebrated.';
comment on column holiday.source is 'Where the day was taken from.';

create table workshop_day (
  workshop_id int not null constraint workshop_day_is_of_a_workshop references workshop on delete cascade,
  day date not null,
  is_taught boolean not null,
  name text not null constraint workshop_day_has_a_name check (btrim(name) <> ''),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint workshop_day_is_one primary key (workshop_id, day)
);
comment on table workshop_day is 'A workshop''s own days: closed beside the public holidays, or taught in spite of one.';
comment on column workshop_day.day is 'The day.';
comment on column workshop_day.is_taught is 'Whether there is teaching on the day.';
comment on column workshop_day.name is 'What the day is.';
