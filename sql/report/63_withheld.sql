-- The figures that are not published of each row of a report. Rows are objects: nth; record and step, which tell them apart, with
-- the next_step of its level; total, whose rows add up to the one that is_total; cells, the row itself. Where rows overlap, as those
-- of partners who share workshops, what is hidden in one of them is hidden in all.
--
-- Rates go with either of their counts and have no denominator below 10; lists go with the count that they are of, and where they
-- tell of few.
create function report.withheld(in_report text, rows jsonb, shared text, nested text, is_overlapping boolean)
returns table (nth int, figures text[])
language plpgsql stable parallel safe as $$
declare
  form record;
  counts int;
  width int;
  records text[];
  total_of int[];
  cells bigint[];
  hidden boolean[];
begin
  select f.* into form
  from (
    select array_agg(step order by step) as steps, array_agg(next_step order by step) as next_steps
    from (select distinct r ->> 'step' as step, r ->> 'next_step' as next_step from jsonb_array_elements(rows) r) step
  ) s cross join report.sums_of(in_report, s.steps, s.next_steps, shared, nested) f;
  counts := coalesce(cardinality(form.ids), 0);
  width := counts + cardinality(array_positions(form.sums, 0));
  select array_agg(record order by n) into records
  from (select r ->> 'record' as record, min((r ->> 'nth')::int) as n from jsonb_array_elements(rows) r group by 1) one;
  if counts > 0 then
    with told as (
      select array_position(records, r ->> 'record') as n, bool_or((r ->> 'is_total')::boolean) as is_total, min(r ->> 'total') as total
      from jsonb_array_elements(rows) r group by 1
    )
    select array_agg(t.n order by m.n) into total_of
    from told m left join told t on not is_overlapping and t.is_total and t.total is not distinct from m.total;

    with row as materialized (
      select array_position(records, r ->> 'record') as n, r ->> 'step' as step, r -> 'cells' as cells from jsonb_array_elements(rows) r
    ), count as materialized (
      select r.n, k.cell, max((r.cells ->> k.id)::numeric)::bigint as v
      from row r join unnest(form.ids, form.at_steps) with ordinality k (id, step, cell) on k.step is null or k.step = r.step
      group by r.n, k.cell
    ), term as (
      select c, counts + 1 + count(*) filter (where c = 0) over (order by place) as rest
      from unnest(form.sums) with ordinality s (c, place)
    ), known as (
      table count
      union all
      -- A rest is what its sum lacks; nothing, where one of its counts is.
      select r.n, t.rest, case when bool_and(k.v is not null) then sum(-sign(t.c) * k.v) end::bigint
      from generate_series(1, cardinality(records)) r (n)
      cross join term t
      left join count k on (k.n, k.cell) = (r.n, abs(t.c))
      where t.c <> 0 and t.c <= counts
      group by r.n, t.rest
    )
    select array_agg(known.v order by n, cell) into cells
    from generate_series(1, cardinality(records)) n cross join generate_series(1, width) cell
    left join known using (n, cell);
    hidden := report.hidden_cells(form.sums, cells, width, counts, total_of, is_overlapping);
  end if;
  return query
    with row as materialized (
      select (r ->> 'nth')::int as nth, array_position(records, r ->> 'record') as n, r ->> 'step' as step, r -> 'cells' as cells
      from jsonb_array_elements(rows) r
    ), gone as materialized (
      select r.nth, k.id
      from row r
      join unnest(form.ids, form.at_steps) with ordinality k (id, step, cell)
        on (k.step is null or k.step = r.step) and hidden[(r.n - 1) * width + k.cell]
    ), made as (
      select r.nth, i.id
      from row r
      join report.indicator i on i.report = in_report and not i.is_people and r.cells ? i.id
      where exists (select from gone g where g.nth = r.nth and g.id in (i.numerator, i.denominator))
        or r.cells ->> i.id is not null and (
          exists (select from gone g where g.nth = r.nth and g.id = i.part_of)
          or (r.cells ->> i.denominator)::numeric < 10 or r.cells ->> i.id ~ ' [1-4](;|$)')
    )
    select g.nth, array_agg(g.id order by g.id) from (table gone union table made) g group by g.nth;
end $$;
comment on function report.withheld is 'Which figures of the rows of a report are not published.';

create function report.shown(figure numeric) returns text
language sql immutable parallel safe as $$
  select case when figure = 'NaN' then '[c]' else figure::text end
$$;
comment on function report.shown is 'A figure, or the sign of one that is not published: in the body of a report it is no number.';

create function report.shown_in_json(figure numeric) returns jsonb
language sql immutable parallel safe as $$
  select case when figure = 'NaN' then '"[c]"' else to_jsonb(figure) end
$$;
comment on function report.shown_in_json is 'A figure as a number of JSON, or the sign of one that is not published as a text.';
