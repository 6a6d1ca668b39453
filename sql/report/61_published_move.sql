-- The hidden cells with those by which they could be computed: in each sum with one hidden cell, or with hidden ones that add up
-- to less than five, the smallest other is hidden, until there is no such sum. What is zero is shown. A rest is something to hide
-- where it is small.
create function report.hidden_by_sums(sums int[], cells bigint[], hidden boolean[], width int, counts int) returns boolean[]
language plpgsql immutable strict parallel safe as $$
declare
  first int;
  cell int;
  smallest int;
  told int;
  total bigint;
  is_needed boolean;
  is_done boolean;
begin
  loop
    is_done := true;
    first := 1;
    for place in 1 .. cardinality(sums) loop
      continue when sums[place] <> 0;
      smallest := null;
      told := 0;
      total := 0;
      is_needed := false;
      for at in first .. place - 1 loop
        cell := abs(sums[at]);
        if hidden[cell] then
          told := told + 1;
          total := total + cells[cell];
          is_needed := is_needed or cells[cell] < 5 or (cell - 1) % width < counts;
        elsif cells[cell] > 0 and (smallest is null or cells[cell] < cells[smallest]) then
          smallest := cell;
        end if;
      end loop;
      if is_needed and smallest is not null and (told = 1 or total < 5) then
        hidden[smallest] := true;
        is_done := false;
      end if;
      first := place + 1;
    end loop;
    exit when is_done;
  end loop;
  return hidden;
end $$;
comment on function report.hidden_by_sums is 'Hidden cells, with those by which they could be computed.';

-- How far the hidden cells of a record can be moved, down and then up, while all its sums hold, and all that is printed: by
-- itself, or against those of another record, which has so much room. The bounds are narrowed until they hold; as the sums of a
-- record make a tree, each is then one that can be reached.
create function report.moves(sums int[], cells bigint[], hidden boolean[], room bigint[], hidden_there boolean[], counts int)
returns bigint[]
language plpgsql immutable strict parallel safe as $$
declare
  low bigint[];
  high bigint[];
  lows bigint;
  highs bigint;
  bound bigint;
  first int;
  cell int;
  is_done boolean;
begin
  -- A rest that only one of them has is bound there; a sum that neither has says nothing.
  select array_agg(case when is_there then case when is_free then -coalesce(value, 1000000000000) else 0 end end order by n),
    array_agg(case when is_there then case when is_free then coalesce(there, 1000000000000) else 0 end end order by n)
  into low, high
  from (
    select n, value, there, value is not null or there is not null as is_there,
      (is_hidden or n > counts and value is null) and (is_hidden_there or n > counts and there is null) as is_free
    from unnest(cells, hidden, room, hidden_there) with ordinality c (value, is_hidden, there, is_hidden_there, n)) one;
  loop
    is_done := true;
    first := 1;
    for place in 1 .. cardinality(sums) loop
      continue when sums[place] <> 0;
      lows := 0;
      highs := 0;
      for at in first .. place - 1 loop
        cell := abs(sums[at]);
        lows := lows + case when sums[at] > 0 then low[cell] else -high[cell] end;
        highs := highs + case when sums[at] > 0 then high[cell] else -low[cell] end;
      end loop;
      if lows is not null then
        for at in first .. place - 1 loop
          cell := abs(sums[at]);
          bound := case when sums[at] > 0 then high[cell] - highs else lows + high[cell] end;
          if bound > low[cell] then
            low[cell] := bound;
            is_done := false;
          end if;
          -- The sums are those from before; they are looked at again.
          bound := case when sums[at] > 0 then low[cell] - lows else highs + low[cell] end;
          if bound < high[cell] then
            high[cell] := bound;
            is_done := false;
          end if;
        end loop;
      end if;
      first := place + 1;
    end loop;
    exit when is_done;
  end loop;
  return low || high;
end $$;
comment on function report.moves is 'How far hidden cells of a record can be moved while its sums hold.';

-- A record that moves by itself, or against its total, has room without a bound.
create function report.unbound(cells bigint[]) returns bigint[]
language sql immutable parallel safe as $$
  select array_agg(case when v is not null then 1000000000000 end order by n) from unnest(cells) with ordinality c (v, n)
$$;
comment on function report.unbound is 'Room without bounds for the cells that there are.';

create function report.weak_cells(cells bigint[], hidden boolean[], moves bigint[]) returns int[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(n::int order by n), '{}')
  from unnest(cells, hidden, moves[: cardinality(cells)], moves[cardinality(cells) + 1 :]) with ordinality c (v, is_hidden, low, high, n)
  where is_hidden and v < 5 and low > -v and high < 5 - v
$$;
comment on function report.weak_cells is 'Hidden cells of one to four that can neither be none nor five.';

-- Cells that sums join, directly or by others, have the same number.
create function report.joined(sums int[], width int) returns int[]
language plpgsql immutable strict parallel safe as $$
declare
  joined int[] := array(select n from generate_series(1, width) n);
  first int;
  lowest int;
  is_done boolean;
begin
  loop
    is_done := true;
    first := 1;
    for place in 1 .. cardinality(sums) loop
      continue when sums[place] <> 0;
      select min(joined[abs(c)]) into lowest from unnest(sums[first : place - 1]) c;
      for at in first .. place - 1 loop
        is_done := is_done and joined[abs(sums[at])] = lowest;
        joined[abs(sums[at])] := lowest;
      end loop;
      first := place + 1;
    end loop;
    exit when is_done;
  end loop;
  return joined;
end $$;
comment on function report.joined is 'Which cells sums join: these have the same number.';

-- The records that have the same total: the total, then those next to it.
create function report.others(total_of int[], record int) returns setof int
language sql immutable parallel safe as $$
  select r::int from unnest(total_of) with ordinality t (total, r)
  where total = total_of[record] and r <> record
  order by r <> total, abs(r - record), r
$$;
comment on function report.others is 'The total of a record, and the records that have the same one.';
