-- The cells that are not published.
--
-- The sums one by one don't see to it that what is hidden can't be narrowed down by all of them together. So for each hidden cell
-- of one to four a way is looked for in which the record may be another one, with five or none in its place, and all that is
-- printed the same: by itself, and where there are totals against one other record, or the total. Where there is none, the least
-- that makes one is hidden. A way stays one when more is hidden, so that none is looked for twice.

create function report.record_of(cells anyarray, width int, record int) returns anyarray
language sql immutable parallel safe as $$
  select cells[(record - 1) * width + 1 : record * width]
$$;
comment on function report.record_of is 'The cells of one record among those of all.';

-- By itself: the smallest is hidden that helps, else the smallest.
create function report.hidden_alone(sums int[], every_sum int[], cells bigint[], hidden boolean[], width int, counts int, record int)
returns boolean[]
language plpgsql immutable strict parallel safe as $$
declare
  mine constant bigint[] := report.record_of(cells, width, record);
  room constant bigint[] := report.unbound(mine);
  everywhere constant boolean[] := array_fill(true, array[width]);
  joined constant int[] := report.joined(sums, width);
  mine_hidden boolean[];
  weak int[];
  found int;
  cell int;
begin
  loop
    mine_hidden := report.record_of(hidden, width, record);
    weak := report.weak_cells(mine, mine_hidden, report.moves(sums, mine, mine_hidden, room, everywhere, counts));
    exit when weak = '{}';
    found := null;
    for cell in
      select n from unnest(mine, mine_hidden, joined) with ordinality c (v, is_hidden, joint, n)
      where v > 0 and not is_hidden and joint = joined[weak[1]] order by v, n
    loop
      found := coalesce(found, cell);
      mine_hidden[cell] := true;
      if not weak[1] = any (
        report.weak_cells(mine, mine_hidden, report.moves(sums, mine, mine_hidden, room, everywhere, counts)))
      then
        found := cell;
        exit;
      end if;
      mine_hidden[cell] := false;
    end loop;
    exit when found is null;
    hidden[(record - 1) * width + found] := true;
    hidden := report.hidden_by_sums(every_sum, cells, hidden, width, counts);
  end loop;
  return hidden;
end $$;
comment on function report.hidden_alone is 'Hidden cells, so that no small one of a record can be narrowed down by its sums.';

-- Against another one, or the total: what is hidden of the record among the cells joined to a weak one is hidden there, too, where
-- that is the least.
create function report.hidden_beside(sums int[], every_sum int[], cells bigint[], hidden boolean[], width int, counts int,
  total_of int[], record int)
returns boolean[]
language plpgsql immutable strict parallel safe as $$
declare
  mine constant bigint[] := report.record_of(cells, width, record);
  joined constant int[] := report.joined(sums, width);
  mine_hidden boolean[] := report.record_of(hidden, width, record);
  theirs bigint[];
  theirs_hidden boolean[];
  weak int[];
  other int;
begin
  for other in select * from report.others(total_of, record) loop
    theirs := report.record_of(cells, width, other);
    theirs_hidden := report.record_of(hidden, width, other);
    weak := array(
      select w from unnest(report.weak_cells(mine, mine_hidden, report.moves(sums, mine, mine_hidden,
        case when other = total_of[record] then report.unbound(theirs) else theirs end, theirs_hidden, counts))) w
      where weak is null or w = any (weak));
    exit when weak = '{}';
  end loop;
  while weak <> '{}' loop
    for other in
      select o from report.others(total_of, record) with ordinality t (o, n)
      order by (
        select coalesce(sum(v), 0)
        from unnest(report.record_of(cells, width, o), report.record_of(hidden, width, o), mine_hidden, joined)
          c (v, is_hidden, is_mine, joint)
        where is_mine and not is_hidden and joint = joined[weak[1]]), n
    loop
      theirs := report.record_of(cells, width, other);
      select array_agg(is_hidden or coalesce(is_mine and v > 0 and joint = joined[weak[1]], false) order by n) into theirs_hidden
      from unnest(theirs, report.record_of(hidden, width, other), mine_hidden, joined)
        with ordinality c (v, is_hidden, is_mine, joint, n);
      if not weak[1] = any (
        report.weak_cells(mine, mine_hidden, report.moves(sums, mine, mine_hidden,
          case when other = total_of[record] then report.unbound(theirs) else theirs end, theirs_hidden, counts)))
      then
        hidden[(other - 1) * width + 1 : other * width] := theirs_hidden;
        hidden := report.hidden_by_sums(every_sum, cells, hidden, width, counts);
        mine_hidden := report.record_of(hidden, width, record);
        exit;
      end if;
    end loop;
    weak := weak[2 :];
  end loop;
  return hidden;
end $$;
comment on function report.hidden_beside is 'Hidden cells, so that no small one of a record can be narrowed down by totals.';

-- A total moves with all its records.
create function report.hidden_of_total(sums int[], every_sum int[], cells bigint[], hidden boolean[], width int, counts int,
  total_of int[], record int)
returns boolean[]
language plpgsql immutable strict parallel safe as $$
declare
  mine constant bigint[] := report.record_of(cells, width, record);
  joined constant int[] := report.joined(sums, width);
  mine_hidden boolean[];
  ways bigint[];
  weak int[];
  found int;
  other int;
begin
  loop
    mine_hidden := report.record_of(hidden, width, record);
    ways := array_fill(0, array[2 * width]);
    for other in select * from report.others(total_of, record) loop
      select array_agg(a + coalesce(b, 0) order by n) into ways
      from unnest(ways, report.moves(sums, report.record_of(cells, width, other),
        report.record_of(hidden, width, other), report.unbound(mine), mine_hidden, counts))
        with ordinality c (a, b, n);
    end loop;
    weak := report.weak_cells(mine, mine_hidden, ways);
    exit when weak = '{}';
    select n into found from unnest(mine, mine_hidden, joined) with ordinality c (v, is_hidden, joint, n)
    where v > 0 and not is_hidden and joint = joined[weak[1]] order by v, n limit 1;
    exit when found is null;
    hidden[(record - 1) * width + found] := true;
    hidden := report.hidden_by_sums(every_sum, cells, hidden, width, counts);
  end loop;
  return hidden;
end $$;
comment on function report.hidden_of_total is 'Hidden cells, so that no small one of a total can be narrowed down.';

-- Of each record total_of says which one is its total, if there is one.
create function report.hidden_cells(sums int[], cells bigint[], width int, counts int, total_of int[], is_overlapping boolean)
returns boolean[]
language plpgsql immutable strict parallel safe as $$
declare
  every_sum constant int[] := report.sums_of_all(sums, cells, width, counts, total_of, is_overlapping);
  hidden boolean[];
begin
  select array_agg(coalesce(v > 0 and (v < 5 or (n - 1) % width >= counts), false) order by n) into hidden
  from unnest(cells) with ordinality c (v, n);
  hidden := report.hidden_by_sums(every_sum, cells, hidden, width, counts);
  for record in 1 .. cardinality(total_of) loop
    hidden := report.hidden_alone(sums, every_sum, cells, hidden, width, counts, record);
  end loop;
  for record in 1 .. cardinality(total_of) loop
    continue when total_of[record] = record;
    hidden := report.hidden_beside(sums, every_sum, cells, hidden, width, counts, total_of, record);
  end loop;
  for record in 1 .. cardinality(total_of) loop
    continue when total_of[record] is distinct from record;
    hidden := report.hidden_of_total(sums, every_sum, cells, hidden, width, counts, total_of, record);
  end loop;
  return hidden;
end $$;
comment on function report.hidden_cells is 'Which cells of records are not published.';
