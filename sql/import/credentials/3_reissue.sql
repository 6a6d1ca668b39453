-- By the verb that reissues one, a set for each day; the result says which number took the place of which.
create temp table reissued on commit drop as
select g.workshop_id, r.*
from (
  select workshop_id, day, array_agg(credential_id order by line) as credentials, array_agg(reason order by line) as reasons
  from plan where problems is null and outcome = 'created' group by 1, 2 order by min(line) offset 0) g
cross join lateral reissue_credentials(g.workshop_id, g.credentials, g.day, g.reasons) r;

update plan p set subject = r.serial || ' for ' || p.subject
from reissued r where (r.workshop_id, r.credential_id) = (p.workshop_id, p.credential_id);
