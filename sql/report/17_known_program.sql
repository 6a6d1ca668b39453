-- What shared tables told at a time of workshops, editions and their courses.

-- Names of the partners that host and that lead a workshop on a day, each in one text: English ones, or in the language of who reads.
create function report.partner_called(in_day date, known_at timestamptz)
returns table (id int, code text, name text)
language sql stable parallel safe as $$
  select i.id, i.code::text, coalesce(n.name, i.code)
  from report.known_partner(known_at) i
  left join lateral (
    select p.name from report.known_partner_name(known_at) p
    where p.partner_id = i.id and p.valid_from <= in_day and in_day < p.valid_to
      and p.language in ('en', current_setting('luban.language', true))
    order by p.language = 'en' limit 1) n on true
$$;
comment on function report.partner_called is 'Partners by the name they had on a day: that of who reads, or the English one; as known at a time.';

create function report.role_names(in_day date, known_at timestamptz)
returns table (workshop_id int, hosts text, leads text)
language sql stable parallel safe as $$
  select r.workshop_id,
    string_agg(i.name, '; ' order by i.code) filter (where r.role = 'host'),
    string_agg(i.name, '; ' order by i.code) filter (where r.role = 'lead')
  from report.known_workshop_role(known_at) r
  join report.partner_called(in_day, known_at) i on i.id = r.partner_id
  where r.since <= in_day and in_day < r.until
  group by r.workshop_id
$$;
comment on function report.role_names is 'Who hosts and who leads a workshop on a day, by name: the English one, or that of who reads; as known at a time.';

-- As luban.curriculum_hours.
create function report.curriculum_hours(known_at timestamptz)
returns table (edition_id int, theory numeric, practice numeric, language numeric, culture numeric)
language sql stable parallel safe as $$
  select i.edition_id,
    coalesce(sum(k.hours_theory) filter (where k.kind in ('technical', 'placement')), 0),
    coalesce(sum(k.hours_practice) filter (where k.kind in ('technical', 'placement')), 0),
    coalesce(sum(k.hours_theory + k.hours_practice) filter (where k.kind = 'language'), 0),
    coalesce(sum(k.hours_theory + k.hours_practice) filter (where k.kind = 'culture'), 0)
  from report.known_curriculum_item(known_at) i
  join report.known_course(known_at) k on k.id = i.course_id
  where i.elective_group is null
  group by i.edition_id
$$;
comment on function report.curriculum_hours is
  'Hours of the required courses of each edition: theory and practice of the trade, and language and culture beside it.';

create function report.awarding_body(known_at timestamptz) returns table (edition_id int, partner_id int)
language sql stable parallel safe as $$
  select distinct c.edition_id, i.id
  from luban.program_certificate c
  left join lateral (
    -- What stood there before the first amendment since then.
    select a.before from luban.program_amendment a
    where a.edition_id = c.edition_id and a.recorded_at > known_at order by a.id limit 1) a on true
  join report.known_partner(known_at) i
    on case when a.before is null then i.id = c.partner_id else i.code = a.before ->> (c.side || '_body') end
$$;
comment on function report.awarding_body is 'Who awards a certificate of each edition, as known at a time.';

create function report.edition_scale(known_at timestamptz) returns table (edition_id int, scale text)
language sql stable parallel safe as $$
  select e.id, coalesce(r.scale, i.scale)
  from report.known_program_edition(known_at) e
  left join report.known_completion_rule(known_at) r on r.edition_id = e.id
  left join (
    select i.edition_id, min(i.scale) as scale
    from report.known_curriculum_item(known_at) i join luban.grading_scale s on s.code = i.scale
    where s.has_average group by i.edition_id having count(distinct i.scale) = 1) i on i.edition_id = e.id
$$;
comment on function report.edition_scale is
  'Main scale of each edition, which averages are of: that of its completion rule, else the one of its courses that has an average.';
