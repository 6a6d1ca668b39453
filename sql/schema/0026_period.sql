-- Periods that were closed: what the reports said of a workshop then, in counts, kept for good.

create table closing (
  workshop_id int not null constraint closing_is_of_a_workshop references workshop,
  year int not null constraint closing_year_is_plausible check (year between 1990 and 2200),
  nth smallint not null constraint closing_counts_from_one check (nth > 0),
  as_of date not null,
  known_at timestamptz not null,
  release text not null,
  definitions text collate "C" not null,
  reason text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint period_is_closed_once primary key (workshop_id, year, nth),
  constraint closing_is_of_its_year_or_later check (extract(year from as_of) >= year),
  constraint closing_again_has_a_reason check ((nth = 1) = (reason is null) and btrim(reason) <> ''),
  constraint closing_tells_what_was_recorded check (known_at <= recorded_at)
);
comment on table closing is 'A period that a workshop has closed: as of which day, and as known when, its figures are kept.';
comment on column closing.year is 'The year that was closed.';
comment on column closing.nth is 'Number of the closing of this year, from 1; the last one stands.';
comment on column closing.as_of is 'The day for which the figures are true.';
comment on column closing.known_at is 'Only what had been recorded by then is in them.';
comment on column closing.release is 'Version of the program that made them.';
comment on column closing.definitions is 'Checksum of the functions that made them.';
comment on column closing.reason is 'Why it was closed again; empty for the first.';

create table closed_figure (
  workshop_id int not null,
  year int not null,
  nth smallint not null,
  report text collate "C" not null,
  record text collate "C" not null,
  indicator text collate "C" not null,
  value numeric not null,
  constraint closed_figure_is_kept_once primary key (workshop_id, year, nth, report, record, indicator),
  constraint closed_figure_is_of_a_closing foreign key (workshop_id, year, nth) references closing
);
comment on table closed_figure is 'A count that a report told when the period was closed: numerators and denominators, no rate and nobody''s name.';
comment on column closed_figure.year is 'The year that was closed.';
comment on column closed_figure.nth is 'Number of the closing.';
comment on column closed_figure.report is 'The report.';
comment on column closed_figure.record is 'What tells its row from the others of the workshop: mode, level, edition.';
comment on column closed_figure.indicator is 'The figure, by its name in report.indicator.';
comment on column closed_figure.value is 'What it was.';
