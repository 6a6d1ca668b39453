-- Which class each line is of, as far as it says: by a class in one word, or by the sheet it stands in.
create temp table sheet_named on commit drop as
select n.code, s.workshop_id, s.id, s.kind, s.class_id, s.from_on, s.to_on, s.recorded_at, c.cohort_id, h.code as cohort
from (select distinct luban.plain_code(sheet) as code from stage where fault is null and sheet is not null) n
cross join run
left join sheet s on s.code = n.code and s.workshop_id = coalesce(run.workshop_id, s.workshop_id)
left join class c on (c.workshop_id, c.id) = (s.workshop_id, s.class_id)
left join cohort h on (h.workshop_id, h.id) = (c.workshop_id, c.cohort_id);

update stage s set cohort = n.cohort from sheet_named n where s.sheet is not null and n.code = luban.plain_code(s.sheet);

update stage set cohort = split_part(class, '/', 1), course = split_part(class, '/', 2)
where class is not null and sheet is null and cohort is null;
