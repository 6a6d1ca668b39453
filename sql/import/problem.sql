-- One row for every broken rule of every line: where, what stood there, the rule in words, the way out. The words are those of
-- rule_words, which has them in the reader's language.
-- The column #3 is the third of those that nothing stands for, in forms that take them.
select s.line, case when b.name ~ '^#' then run.others[substr(b.name, 2)::int] else nullif(b.name, '') end as column,
  v.value, b.rule, case when a.detail is null then a.sentence else format(phrase('{0} ({1})'), a.sentence, a.detail) end as sentence,
  a.sentence as plain, a.detail,
  coalesce(w.way_out, '') as way_out, coalesce(r.actions, '{}') as actions
from stage s
cross join run
left join plan p on p.line = s.line
cross join lateral unnest(string_to_array(coalesce(p.problems, nullif(s.fault, 'blank')), ',')) one
cross join lateral (values (split_part(one, ':', 1), split_part(one, ':', 2))) b (name, rule)
cross join lateral (
  select case when b.name ~ '^#' then to_jsonb(s) -> 'others' ->> substr(b.name, 2)::int - 1
    else coalesce(to_jsonb(s) ->> nullif(b.name, ''), case when b.name = 'full_name' then
      luban.joined_name(to_jsonb(s) ->> 'family_name', to_jsonb(s) ->> 'given_name', to_jsonb(s) ->> 'patronymic') end)
    end as value) v
left join rule r on r.name = b.rule
left join rule_words w on w.name = b.rule
left join told t on (t.line, t.rule) = (s.line, b.rule)
cross join lateral (
  select coalesce(w.sentence, b.rule) as sentence, coalesce(case jsonb_typeof(p.details -> b.rule)
    when 'object' then filled(w.detail, p.details -> b.rule) else p.details ->> b.rule end, t.told,
    case when w.detail = '[{letters}]' then luban.strange_letters(v.value) end) as detail) a
order by s.line, 2
