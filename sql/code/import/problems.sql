-- What the problems of a line, column:rule,column:rule, are put together by.

create or replace function first_of_columns(read text, broken text) returns text
language sql immutable parallel safe as $$
  select string_agg(one, ',' order by nth) from (
    select distinct on (split_part(one, ':', 1)) one, nth
    from unnest(string_to_array(concat_ws(',', read, broken), ',')) with ordinality u (one, nth)
    order by split_part(one, ':', 1), nth) f
$$;
comment on function first_of_columns is
  'Of each column the first problem: what can''t be read is not asked whether it breaks a check as well.';

create or replace function by_column(problems text, columns text[]) returns text
language sql immutable parallel safe as $$
  select string_agg(one, ',' order by array_position(columns, split_part(one, ':', 1)), nth)
  from unnest(string_to_array(problems, ',')) with ordinality u (one, nth)
$$;
comment on function by_column is 'Problems in the order of the columns in which they are.';
