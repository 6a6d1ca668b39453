-- The workshop of each line: the one it names, else the one of the file.
create temp table line_workshop on commit drop as
select s.line, coalesce(w.id, case when s.workshop is null then run.workshop_id end) as workshop_id
from run cross join stage s left join workshop w on w.code = luban.plain_code(s.workshop)
where s.fault is null;

analyze line_workshop;
