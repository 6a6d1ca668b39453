-- How a mark is read.

create or replace function read_mark(in_scale text, in_text text)
returns table (mark text, value numeric, passes boolean)
language sql stable parallel safe as $$
  select m.mark, m.value, m.passes from luban.grading_mark m
  where m.scale = in_scale
    and luban.fold(btrim(in_text)) = any (select luban.fold(word) from unnest(m.mark || m.aliases) word)
  union all
  select trim_scale(n)::text, n, n >= s.pass_from
  from luban.grading_scale s
  cross join lateral (select case when btrim(in_text) ~ '^[0-9]{1,9}([.,][0-9]{1,9})?$'
    then replace(btrim(in_text), ',', '.')::numeric end) number (n)
  where s.code = in_scale and s.kind = 'numbers' and n between s.lowest and s.highest and (n - s.lowest) % s.step = 0
  limit 1
$$;
comment on function read_mark is
  'A mark as its scale writes it, what it counts and whether it passes; no row for what is not on the scale. Comma or dot.';
