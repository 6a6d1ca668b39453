-- How the rules that need a function are raised: with the rule's name as CONSTRAINT, like any constraint.

-- Each file brings the words of its own.
delete from rule;

create or replace function break_rule(in_rule text, in_values jsonb default null, in_table text default null)
returns void language plpgsql as $$
begin
  raise exception using
    errcode = 'LB001', constraint = in_rule, detail = coalesce(jsonb_strip_nulls(in_values)::text, ''),
    table = coalesce(in_table, ''), message = coalesce((select r.sentence from luban.rule r where r.name = in_rule), in_rule),
    hint = coalesce((select luban.advice(r.way_out, r.actions) from luban.rule r where r.name = in_rule), '');
end $$;
comment on function break_rule is
  'Raises SQLSTATE LB001 with the words of a rule from its catalog, and what broke it as named values, which its detail puts into words.';

create or replace function filled(template text, named jsonb) returns text
language sql immutable parallel safe as $$
  select string_agg(coalesce(p.told, ''), '' order by p.nth)
  from (
    select p.nth, (
      select case when bool_and(w.word[1] !~ '^\{' or named ? btrim(w.word[1], '{}')) then
        string_agg(case when w.word[1] ~ '^\{' then named ->> btrim(w.word[1], '{}') else w.word[1] end, '' order by w.nth) end
      from regexp_matches(btrim(p.part[1], '[]'), '\{[a-z_]+\}|[^{]+', 'g') with ordinality w (word, nth)) as told
    from regexp_matches(template, '\[[^]]*\]|[^][]+', 'g') with ordinality p (part, nth)
    where named is not null) p
$$;
comment on function filled is 'The detail of a rule with its values; what stands in brackets is left out where a value is missing.';

create or replace function refuse_duplicate(in_rule text, in_values jsonb, in_table text)
returns void language plpgsql as $$
begin
  raise exception using
    errcode = 'unique_violation', constraint = in_rule, detail = jsonb_strip_nulls(in_values)::text, table = in_table,
    message = coalesce((select r.sentence from luban.rule r where r.name = in_rule), in_rule);
end $$;
comment on function refuse_duplicate is
  'Raises a unique violation under a rule''s name, for what is there already but not in the same words.';

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  perform luban.break_rule(tg_argv[0], in_table => tg_table_name);
  return null;
end $$;
comment on function refuse_change is 'Trigger function: the rule named as its argument forbids this statement.';

-- What holds whoever writes is asked once a statement, of all its rows: they are new_rows, and as they were old_rows.
create or replace function ask_after(in_events text, in_table regclass, in_function text) returns void
language plpgsql as $$
declare
  event text;
begin
  foreach event in array string_to_array(in_events, ', ') loop
    execute format('create or replace trigger %I after %s on %s referencing %s for each statement execute function luban.%I()',
      in_function || '_after_' || event, event, in_table, concat_ws(' ', case when event <> 'insert' then 'old table as old_rows' end,
        case when event <> 'delete' then 'new table as new_rows' end), in_function);
  end loop;
end $$;
comment on function ask_after is 'Has a trigger function asked after the statements of a table: insert, update, delete.';

-- What is truncated asks no trigger of its rows: a lost name, a frozen curriculum or an event would go unseen.
do $$
declare
  one regclass;
begin
  for one in select oid from pg_class where relnamespace = 'luban'::regnamespace and relkind = 'r' loop
    execute format('create or replace trigger nothing_is_truncated before truncate on %s
      for each statement execute function refuse_change(''nothing_is_truncated'')', one);
  end loop;
end $$;

create or replace function harmless(value text) returns text
language sql immutable parallel safe as $$
  select case
    -- A telephone number can run nothing, but would be counted up, or lose its plus: a blank at which no line breaks keeps
    -- it a text, is not seen, and is taken off by every import.
    when value ~ '^\+[0-9][-0-9 ().]{6,}$' then U&'\00A0' || value
    when value ~ '^[-=+@\t\r＝＋－＠]' and value !~ '^[-+]?[0-9]+([.,][0-9]+)?$' then '''' || value
    else value end
$$;
comment on function harmless is
  'A text that no spreadsheet runs as a formula: an apostrophe in front where it might, a hard blank before a telephone number.';

insert into rule (name, sentence, way_out, actions) values
  ('nothing_is_truncated', 'Tables are emptied row by row, so that every rule is asked.', 'Delete the rows.', '{database.destroy}');
