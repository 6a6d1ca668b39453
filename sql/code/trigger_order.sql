-- In which order the triggers of a table fire after a statement, where one looks at what another has made. PostgreSQL
-- takes those of one time and event by the alphabet of their names: so they are numbered here. Their functions stand
-- with their nouns. A trigger is added by a line at its place. Before all others, as 00, are asked what rows refer to
-- (0_ground/7_references.sql) and the law of days (0_ground/3_day.sql).

do $$
declare
  made text;
  named text;
  told record;
  nth int := 0;
begin
  for made in
    select tgname from pg_trigger
    where tgrelid = 'luban.enrollment_event'::regclass and not tgisinternal and tgname ~ '^[0-9]' and tgname !~ '^00'
  loop
    execute format('drop trigger %I on luban.enrollment_event', made);
  end loop;
  for told in
    select * from (values
      ('enrollment_event_moves_state', 'Events follow each other, and the state is that of the last: all below look at it.'),
      ('enrollment_keeps_its_attendance', 'Days attended, results, events and placements lie within what is left.'),
      ('enrollment_events_keep_results', 'As attendance.'),
      ('enrollment_covers_culture_events', 'As attendance.'),
      ('enrollment_covers_placements', 'Before placements are ended: an end with hours worked after it is refused.'),
      ('no_show_left_no_record', 'As attendance: of one who never attended nothing is recorded.'),
      ('enrollment_ends_its_placements', 'Before completion is judged, which is asked of what is left of them.'),
      ('enrollment_event_needs_every_part', 'Asked of the state that the first has moved.'),
      ('credential_outlives_no_completion', 'As completion.'),
      ('enrollment_event_is_tallied', 'Nothing is booked that was refused.'),
      ('seats_are_held_every_day', 'Days before now are asked of the tally.')) o (function, why)
  loop
    nth := nth + 1;
    named := format('%s_%s', lpad(nth::text, 2, '0'), told.function);
    execute format('create trigger %I after insert on luban.enrollment_event
      referencing new table as new_rows for each statement execute function luban.%I()', named, told.function);
    execute format('comment on trigger %I on luban.enrollment_event is %L', named, told.why);
  end loop;
end $$;
