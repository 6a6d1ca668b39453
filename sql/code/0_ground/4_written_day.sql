-- A day as people write it. There is no other reader of days: files and options ask this one.

create or replace function is_day(value text) returns boolean
language sql immutable parallel safe as $$
  select value >= '1500' and value < '2400'
    and (value ~ ('^[0-9][0-9][0-9][0-9]-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)'
      '|02-(0[1-9]|1[0-9]|2[0-8]))$')
    or value ~ '^[0-9][0-9][0-9][0-9]-02-29$' and substr(value, 1, 4)::int % 4 = 0
      and (substr(value, 1, 4)::int % 100 <> 0 or substr(value, 1, 4)::int % 400 = 0))
$$;
comment on function is_day is 'Whether a text is a day of the Gregorian calendar written YYYY-MM-DD.';

create or replace function written_day(value text, format text, out day text, out problem text)
language plpgsql stable parallel safe as $$
declare
  written text := value;
  numbers text[];
  words text[] := '{}';
  by_dots bool;
  by_order bool := false;
begin
  if value is null then return; end if;
  if luban.is_damaged(value) or value ~ '^([0-9]{1,7}|[0-9]{5}[.,][0-9]+)$' and value !~ '^(19|20)[0-9][0-9]$' then
    problem := 'value_is_not_damaged_by_excel';
    return;
  end if;
  -- Most are three numbers; only what is more is taken apart by words.
  numbers := regexp_match(written, '^([0-9]{1,4})([-/.])([0-9]{1,2})\2([0-9]{1,4})$');
  if numbers is not null then
    by_dots := numbers[2] = '.';
    numbers := array[numbers[1], numbers[3], numbers[4]];
  else
    written := translate(normalize(written, nfkc), '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹๐๑๒๓๔๕๖๗๘๙', '012345678901234567890123456789');
    written := regexp_replace(written,
      '[T\s]\s*(0?0:00(:00([.,]0+)?)?|12:00(:00)?\s?AM)(\s?(Z|UTC|GMT|\+00(:?00)?))?$', '', 'i');
    if written ~ '[0-9]:[0-9]' then
      problem := 'day_is_without_a_time';
      return;
    end if;
    by_dots := written ~ '[0-9]\.\s*[0-9]+\.\s*[0-9]';
    select array_agg(t[1]) filter (where t[1] ~ '^[0-9]'),
      array_agg(coalesce(luban.meaning('day', btrim(t[1], '.-/()')), '?')) filter (where t[1] ~ '[^-0-9./()]')
    into numbers, words
    from regexp_matches(written, '[0-9]+|[^0-9\s,/年月日号號]+|[年月日号號]', 'g') t;
    problem := case when '?' = any(words) then 'date_is_in_a_known_form'
      when 'buddhist' = any(words) then 'year_is_not_buddhist'
      when words && '{persian,islamic}' then 'year_is_not_persian_or_islamic' end;
    if problem is not null then return; end if;
  end if;

  -- Day, month and year by their place, the year known by its four digits. Nothing is told by value.
  declare
    months text[] := array(select w from unnest(words) w where w ~ '^[0-9]');
    lengths int[] := array(select length(n) from unnest(numbers) with ordinality u (n, nth) order by nth);
    y text;
    m text;
    d text;
  begin
    case
      when cardinality(months) = 1 and cardinality(numbers) = 2 and 4 = any(lengths) then
        m := months[1];
        y := numbers[array_position(lengths, 4)];
        d := numbers[3 - array_position(lengths, 4)];
      when cardinality(months) = 0 and cardinality(numbers) = 3 and lengths[1] = 4 then
        y := numbers[1]; m := numbers[2]; d := numbers[3];
      when cardinality(months) = 0 and cardinality(numbers) = 3 and lengths[3] = 4 then
        by_order := not by_dots;
        y := numbers[3];
        m := numbers[case when by_order and format = 'mm/dd/yyyy' then 1 else 2 end];
        d := numbers[case when by_order and format = 'mm/dd/yyyy' then 2 else 1 end];
      when cardinality(months) = 0 and cardinality(numbers) = 1 and numbers[1] ~ '^(19|20)[0-9]{6}$' then
        y := left(numbers[1], 4); m := substr(numbers[1], 5, 2); d := right(numbers[1], 2);
      when cardinality(months) + cardinality(numbers) = 3 and not 3 < any(lengths) then
        problem := 'year_has_four_digits';
        return;
      else
        problem := 'date_is_in_a_known_form';
        return;
    end case;
    if length(m) > 2 or length(d) > 2 then
      problem := 'date_is_in_a_known_form';
    elsif y between '2420' and '2660' then
      problem := 'year_is_not_buddhist';
    elsif y between '1300' and '1499' then
      problem := 'year_is_not_persian_or_islamic';
    elsif by_order and format is null then
      problem := 'date_is_in_a_named_format';
    else
      day := y || '-' || lpad(m, 2, '0') || '-' || lpad(d, 2, '0');
      if not luban.is_day(day) then
        day := null;
        problem := case when by_order then 'date_is_in_the_named_order' else 'date_is_in_the_calendar' end;
      end if;
    end if;
  end;
end $$;
comment on function written_day is
  'The day a text stands for as YYYY-MM-DD, or the rule it breaks. With the year last and no dots, format names the order.';

create or replace function read_day(value text, format text) returns text
language sql stable parallel safe as $$
  select case when value is null or luban.is_day(value) then value else (luban.written_day(value, format)).day end
$$;
comment on function read_day is 'The day a text stands for as YYYY-MM-DD, or nothing.';

create or replace function day_problem(value text, format text) returns text
language sql stable parallel safe as $$
  select (luban.written_day(value, format)).problem
$$;
comment on function day_problem is 'The rule that a text breaks which is no day.';

insert into rule (name, sentence, way_out, actions) values
  ('date_is_in_a_known_form', 'A date is written in full: 2008-03-14, 2008/3/14, 14.03.2008, 14 March 2008, 14 марта 2008, 2008年3月14日.', 'Write the date in one of these forms.', '{}'),
  ('date_is_in_a_named_format', 'A date that ends with its year, as 03/04/2008, is read in the order that is named for the file.', 'Name the order, or write YYYY-MM-DD.', '{import.dates}'),
  ('date_is_in_the_calendar', 'A date is a day of the calendar.', 'There is no such day. Correct day, month or year.', '{}'),
  ('date_is_in_the_named_order', 'A date is a day of the calendar, in the order that is named for the file.', 'Correct the day or the month, or name the other order.', '{import.dates}'),
  ('year_has_four_digits', 'The year of a date has four digits.', 'Write the year in full: 2008, not 08.', '{}'),
  ('year_is_not_buddhist', 'A year is of the Gregorian calendar: 2551 of the Buddhist calendar is 2008.', 'Take 543 off the year.', '{}'),
  ('year_is_not_persian_or_islamic', 'A year is of the Gregorian calendar: 1387 of the Persian calendar began in 2008, 1429 of the Islamic one too.', 'Write the date in the Gregorian calendar.', '{}'),
  ('day_is_without_a_time', 'A date is a day without a time: what is one day here is another day elsewhere.', 'Take the time off; in a spreadsheet, format the column as a date and save again.', '{}');
