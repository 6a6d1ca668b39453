create view list.closing with (security_invoker = true) as
select c.year, w.code as workshop, c.nth as closing, c.as_of,
  to_char(c.known_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as known_at,
  (select count(*) from closed_figure f where (f.workshop_id, f.year, f.nth) = (c.workshop_id, c.year, c.nth)) as figures,
  c.reason, c.release, c.definitions, to_char(c.recorded_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI"Z"') as recorded_at, c.recorded_by,
  c.year || '/' || w.code || '/' || c.nth as key
from closing c join workshop w on w.id = c.workshop_id;
comment on column list.closing.year is 'year that was closed';
comment on column list.closing.closing is 'number of the closing of that year; the last one stands';
comment on column list.closing.as_of is 'day for which the figures are true';
comment on column list.closing.known_at is 'time by which what is in them had been recorded, UTC';
comment on column list.closing.figures is 'how many figures are kept';
comment on column list.closing.reason is 'why it was closed again';
comment on column list.closing.release is 'version of the program that made them';
comment on column list.closing.definitions is 'checksum of the functions that made them';
comment on column list.closing.recorded_at is 'when it was closed, UTC';
comment on column list.closing.recorded_by is 'role that closed it';
comment on column list.closing.key is 'year, workshop and closing';

create view list.closed_figure with (security_invoker = true) as
select c.year, w.code as workshop, c.nth as closing, c.as_of, f.report, f.record, f.indicator, trim_scale(f.value) as value,
  concat_ws('/', w.code, c.nth, f.report, f.record, f.indicator) as key, s.nth is not null as stands
from closed_figure f
join closing c on (c.workshop_id, c.year, c.nth) = (f.workshop_id, f.year, f.nth)
left join standing_closing s on (s.workshop_id, s.year, s.nth) = (f.workshop_id, f.year, f.nth)
join workshop w on w.id = f.workshop_id;
comment on column list.closed_figure.year is 'year that was closed';
comment on column list.closed_figure.closing is 'number of the closing of that year; the last one stands';
comment on column list.closed_figure.as_of is 'day for which the figure is true';
comment on column list.closed_figure.report is 'report that has the figure';
comment on column list.closed_figure.record is 'what tells its row from the others of the workshop';
comment on column list.closed_figure.indicator is 'name of the figure';
comment on column list.closed_figure.value is 'what it was';
comment on column list.closed_figure.key is 'workshop, closing, report, row and figure';
