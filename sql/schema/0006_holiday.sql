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
  id bigint generated always as identity,
  begins_on date not null,
  ends_on date not null,
  is_taught boolean not null,
  name text not null constraint workshop_day_has_a_name check (is_written(name)),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint workshop_day_begins_once unique (workshop_id, begins_on),
  constraint workshop_days_are_of_a_year_at_most check (ends_on between begins_on and begins_on + 366),
  constraint workshop_day_is_one exclude using gist (workshop_id with =, daterange(begins_on, ends_on, '[]') with &&)
);
comment on table workshop_day is
  'A workshop''s own days, or breaks of many: closed beside the public holidays, or taught in spite of one.';
comment on column workshop_day.begins_on is 'The day; of a break the first.';
comment on column workshop_day.ends_on is 'The same day; of a break the last.';
comment on column workshop_day.is_taught is 'Whether there is teaching on these days.';
comment on column workshop_day.name is 'What the days are.';
