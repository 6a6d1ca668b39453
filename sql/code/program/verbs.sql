-- What is done with programs: an edition in use is amended, with a reason, in what its paper says.

create or replace function edition_texts(in_edition int) returns jsonb
language sql stable as $$
  select coalesce(jsonb_object_agg(t.what, t.text), '{}')
  from (
    select 'title ' || n.key, n.value from luban.program_edition e, jsonb_each_text(e.titles) n where e.id = in_edition
    union all
    select c.side || '_certificate', c.title from luban.program_certificate c where c.edition_id = in_edition
    union all
    select c.side || '_body', i.code
    from luban.program_certificate c join luban.partner i on i.id = c.partner_id where c.edition_id = in_edition) t (what, text)
$$;
comment on function edition_texts is 'What the paper of an edition says, by what it is: titles by language, certificates and their bodies by side.';

create or replace function begin_amendment(in_edition int, in_day date, in_reason text) returns void
language sql as $$
  insert into luban.program_amendment (edition_id, amended_on, reason, before)
  values (in_edition, luban.fact_day(null, in_day, 'program_amendment'), in_reason, luban.edition_texts(in_edition))
$$;
comment on function begin_amendment is 'States why an edition is amended; until the end of the transaction its titles and certificates can be.';

create or replace function edition_amendments(in_edition int)
returns table (nth bigint, amended_on date, what text, before text, after text, reason text)
language sql stable as $$
  with amendment as (
    select row_number() over (order by a.id) as nth, a.amended_on, a.reason, a.before,
      coalesce(lead(a.before) over (order by a.id), luban.edition_texts(in_edition)) as after
    from luban.program_amendment a where a.edition_id = in_edition)
  select a.nth, a.amended_on, k.what, v.before, v.after, a.reason
  from amendment a
  cross join lateral (
    select jsonb_object_keys(a.before) union select jsonb_object_keys(a.after)) k (what)
  cross join lateral (values (a.before ->> k.what, a.after ->> k.what)) v (before, after)
  where v.before is distinct from v.after
$$;
comment on function edition_amendments is 'What was amended of an edition, one text after the other, with what stood there before.';
