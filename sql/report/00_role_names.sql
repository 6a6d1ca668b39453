-- English names of the institutions that take a part in a workshop on a day, in one text.
create function report.role_names(in_workshop int, in_role luban.workshop_role_kind, in_day date) returns text
language sql stable parallel safe as $$
  select string_agg(name, '; ' order by code) from (
    select i.code, coalesce(
      (select n.name from luban.institution_name n where n.institution_id = i.id and n.language = 'en'
        and n.valid_from <= in_day and in_day < n.valid_to), i.code) as name
    from luban.workshop_role r join luban.institution i on i.id = r.institution_id
    where r.workshop_id = in_workshop and r.role = in_role and r.since <= in_day and in_day < r.until) named
$$;
comment on function report.role_names is 'Who takes a part in a workshop on a day, by English name.';
