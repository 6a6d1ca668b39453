-- The counts of a row of a report, one by one: what is kept of it when a period is closed.
create function report.counts_of(in_report text, in_row jsonb) returns table (indicator text, value numeric)
language sql stable parallel safe as $$
  -- Rates are made of their counts anew; what can't be known is empty, and no count.
  select i.id, (in_row ->> i.id)::numeric from report.indicator i
  where i.report = in_report and i.percent is null and jsonb_typeof(in_row -> i.id) = 'number'
$$;
comment on function report.counts_of is 'The counts in a row of a report, without rates and lists.';
