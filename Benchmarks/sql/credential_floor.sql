-- What luban credential issue --all does to ten cohorts, in one transaction each.
set search_path = luban, pg_temp;
set work_mem = '32MB';
set jit = off;
select format('select count(*) from issue_credentials(%s, %s, (select array_agg(e.id order by e.id) from enrollment e
  where e.workshop_id = %1$s and e.cohort_id = %2$s and e.state = ''completed''), ''2026-01-10'')', workshop_id, id)
from cohort where code like '%-RECORD-%' order by code limit 10 \gexec
