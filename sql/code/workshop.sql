-- Workshops: counters, closing.

create or replace function workshop_gets_its_counter() returns trigger language plpgsql as $$
begin
  insert into luban.workshop_counter (workshop_id) values (new.id);
  return new;
end $$;
comment on function workshop_gets_its_counter is 'Gives each new workshop the row its student numbers are counted in.';
create or replace trigger workshop_gets_its_counter after insert on workshop
  for each row execute function workshop_gets_its_counter();

create or replace function workshop_closes_when_empty() returns trigger language plpgsql as $$
declare
  left_open text;
begin
  select string_agg(code, ', ' order by code) into left_open from luban.cohort
  where workshop_id = new.id and status in ('open', 'running');
  if left_open is not null then
    perform luban.break_rule('workshop_closes_when_no_cohort_runs', left_open, 'workshop');
  end if;
  return new;
end $$;
comment on function workshop_closes_when_empty is 'Refuses to close a workshop in which a cohort is open or running.';
create or replace trigger workshop_closes_when_empty before update of status on workshop
  for each row when (new.status = 'closed' and old.status <> 'closed') execute function workshop_closes_when_empty();

insert into rule (name, sentence, way_out) values
  ('workshop_code_is_unique', 'Each workshop has a code of its own.', 'Choose another code.'),
  ('workshop_uid_is_unique', 'The stable identity of a workshop is its own.', 'Leave the uid to the database.'),
  ('workshop_country_is_known', 'A workshop stands in a country of ISO 3166-1.', 'Give the two-letter code, as in UZ.'),
  ('workshop_city_is_known', 'A workshop stands in a city that is known.', 'Add the city first.'),
  ('workshop_role_institution_is_known', 'Who takes part in a workshop is an institution that is known.', 'Add the institution first.'),
  ('workshop_role_period_is_in_order', 'A part in a workshop begins before it ends.', 'Check the two dates.'),
  ('workshop_role_is_taken_once_at_a_time', 'An institution takes the same part in a workshop once at a time.', 'It has that part already.'),
  ('workshop_closes_when_no_cohort_runs', 'A workshop closes when none of its cohorts is open or running.', 'Close or cancel these cohorts first.');
