-- Seconds that a call of a function of schema bench takes on this connection, its commit included, once plans are made.
-- psql -v function=NAME
select set_config('bench.function', :'function', false) \g /dev/null
create temp table took (seconds double precision);
do $$
declare
  began timestamptz;
begin
  for n in 1 .. 20 loop
    execute format('select bench.%I(%s)', current_setting('bench.function'), n);
    commit;
  end loop;
  began := clock_timestamp();
  for n in 21 .. 100 loop
    execute format('select bench.%I(%s)', current_setting('bench.function'), n);
    commit;
  end loop;
  insert into took values (extract(epoch from clock_timestamp() - began) / 80);
end $$;
select seconds from took;
