-- What is missing, in words a registrar understands, one text an enrollment; nobody in it who has all.
create function report.part_in_words(part text, subject text, needed numeric, got numeric, note text) returns text
language sql immutable parallel safe as $$
  select case part
    when 'course' then format('%s not passed%s', subject, coalesce(' (' || note || ')', ''))
    when 'electives' then format('%s of %s credits from %s', trim_scale(got), trim_scale(needed), subject)
    when 'culture module' then format('%s of %s hours of %s', trim_scale(got), trim_scale(needed), subject)
    when 'language' then format('%s not reached (%s)', subject, note)
    when 'culture hours' then format('%s of %s hours of culture', trim_scale(got), trim_scale(needed))
    when 'attendance' then case when got is null then 'no attendance recorded'
      else format('attendance %s %% of %s %% (%s)', trim_scale(got), trim_scale(needed), note) end
    when 'course attendance' then format('attendance in %s %s %% of %s %% (%s)', subject, trim_scale(got),
      trim_scale(needed), note)
    when 'placement hours' then format('%s of %s hours of placement', trim_scale(got), trim_scale(needed))
  end
$$;
comment on function report.part_in_words is 'A part of the rule of completion that is missing, in words.';

create function report.part_order(part text) returns int
language sql immutable parallel safe as $$
  select array_position(array['course', 'electives', 'culture module', 'language', 'culture hours', 'attendance',
    'course attendance', 'placement hours'], part)
$$;
comment on function report.part_order is 'Order in which the parts of a rule are told.';
