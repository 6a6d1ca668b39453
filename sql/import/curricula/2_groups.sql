-- The groups of electives that lines name, with what they ask for.
insert into elective_group as g (edition_id, code, minimum_credits)
select p.edition_id, p.elective_group, max(p.group_credits) from plan p
where p.outcome in ('created', 'changed') and p.elective_group is not null and p.group_credits is not null
group by p.edition_id, p.elective_group
on conflict (edition_id, code) do update set minimum_credits = excluded.minimum_credits
where g.minimum_credits <> excluded.minimum_credits;
