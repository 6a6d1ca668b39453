-- What of a report is not shown to the public: the counts of one to four persons, and those by which they could be computed.
-- What is printed is a system of sums: each count with the parts that split it, or with another part of it, and the rest, which is
-- not printed; and each total with its rows.
--
-- A record is a group of the rows of a report, whose cells are numbered: its counts, and behind them the rests. A sum is a list of
-- cells, the whole below zero, the rest last, ended by a zero. Records stand one after another.

-- The sums of a record, whose rows are told apart by steps: points of time, levels. A cell is a count at a step, or, of one that all
-- steps share, at none. A count that is nested has the one of the next step among its parts.
create function report.sums_of(in_report text, steps text[], next_steps text[], shared text, nested text,
  out ids text[], out at_steps text[], out sums int[])
language sql stable parallel safe as $$
  with step as (
    select * from unnest(steps, next_steps) with ordinality s (step, next_step, n)
  ), cell as materialized (
    select row_number() over (order by place, n)::int as cell, one.*
    from (
      select distinct on (i.place, case when i.id is distinct from shared then s.n end) i.place, s.n, i.id, i.part_of, i.splits,
        case when i.id is distinct from shared then s.step end as step, s.next_step,
        i.id is not distinct from nested and s.step = any (array_remove(next_steps, null)) as is_in_the_step_before
      from report.indicator i cross join step s
      where i.report = in_report and i.is_people
      order by i.place, case when i.id is distinct from shared then s.n end, s.n
    ) one
  ), part as materialized (
    select w.cell as whole, p.cell as part, p.splits
    from cell p
    join cell w on w.id = p.part_of and (w.step = p.step or w.step is null)
    where not p.is_in_the_step_before or p.splits
    union all
    select w.cell, p.cell, true
    from cell w join cell p on p.id = w.id and p.step = w.next_step
    where w.id = nested
  ), listed as (
    select row_number() over (order by min(part)) as n, array[-whole] || array_agg(part order by part) as terms
    from part group by whole, case when not splits then part end
  )
  select (select array_agg(id order by cell) from cell), (select array_agg(step order by cell) from cell),
    (select coalesce(array_agg(c order by l.n, e.n), '{}')
      from listed l
      cross join unnest(terms || (select count(*) from cell)::int + n::int || 0) with ordinality e (c, n))
$$;
comment on function report.sums_of is 'The cells of a record of a report, and the sums that hold of them.';

-- The sums of all records, and those of the totals. Where records overlap, each count goes with that of the next record that has it.
create function report.sums_of_all(sums int[], cells bigint[], width int, counts int, total_of int[], is_overlapping boolean)
returns int[]
language sql immutable parallel safe as $$
  with term as (
    select t.r, e.cell, e.place, count(*) filter (where e.cell = 0) over (partition by t.r order by e.place) - (e.cell = 0)::int as sum
    from unnest(total_of) with ordinality t (total, r)
    cross join unnest(sums) with ordinality e (cell, place)
  ), listed as (
    select 0 as part, r, sum, place, case when cell <> 0 then sign(cell) * (abs(cell) + (r - 1) * width) else 0 end::int as cell
    from term
    where (r, sum) not in (select r, sum from term where cells[abs(nullif(cell, 0)) + (r - 1) * width] is null and cell <> 0)
    union all
    select 1, t.total, k, m.r, case when m.r = t.total then -1 else 1 end * ((m.r - 1) * width + k)::int
    from unnest(total_of) with ordinality t (total, r)
    cross join generate_series(1, counts) k
    join unnest(total_of) with ordinality m (total, r) on m.total = t.total
    where t.total = t.r and cells[(m.r - 1) * width + k] is not null
    union all
    select 1, total, k, cardinality(total_of) + 1, 0
    from unnest(total_of) with ordinality t (total, r) cross join generate_series(1, counts) k where total = r
    union all
    select 2, r, k, e.place, e.cell
    from (
      select r, k, lead(r) over (partition by k order by r) as next_one
      from generate_series(1, cardinality(total_of)) r cross join generate_series(1, counts) k
      where is_overlapping and cells[(r - 1) * width + k] > 0
    ) one
    cross join lateral (values (1, (r - 1) * width + k), (2, (next_one - 1) * width + k), (3, 0)) e (place, cell)
    where next_one is not null
  )
  select coalesce(array_agg(cell order by part, r, sum, place), '{}') from listed
$$;
comment on function report.sums_of_all is 'The sums of the cells of all records, and those of totals.';
