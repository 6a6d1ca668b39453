-- A rate in percent; empty below 10 in the denominator.
create function report.percent(numerator numeric, denominator numeric) returns numeric
language sql immutable parallel safe as $$
  select case when denominator >= 10 then round(100.0 * numerator / denominator, 1) end
$$;
comment on function report.percent is 'A rate in percent, to one digit; empty below 10 in the denominator.';

-- Cut and not rounded, so that 79.96 is never shown as the 80 that was missed: the same figure wherever it stands.
create function report.attendance_percent(attended numeric, held numeric) returns numeric
language sql immutable parallel safe as $$
  select trunc(100 * attended / nullif(held, 0), 1)
$$;
comment on function report.attendance_percent is 'Hours attended of those held, in percent, cut to one digit; nothing where none were held.';
