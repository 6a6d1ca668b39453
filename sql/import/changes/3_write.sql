-- By the verb that single changes use, a set for each state, day and reason.
create temp table changed on commit drop as
select g.workshop_id, c.*
from (
  select workshop_id, state, effective_on, reason_code, reason, array_agg(enrollment_id order by line) as enrollments
  from plan where outcome = 'created' and not is_return group by 1, 2, 3, 4, 5) g
cross join lateral change_enrollments(g.workshop_id, g.enrollments, g.state, g.effective_on, g.reason_code, g.reason) c;

select break_rule(refusals[1], coalesce(missing, ''), 'enrollment_event') from changed where cardinality(refusals) > 0;

create temp table returned on commit drop as
select r.*
from (
  select workshop_id, into_cohort_id, effective_on, reason_code, reason, array_agg(enrollment_id order by line) as enrollments
  from plan where outcome = 'created' and is_return group by 1, 2, 3, 4, 5) g
cross join lateral return_enrollments(g.workshop_id, g.enrollments, g.into_cohort_id, g.effective_on, g.reason_code, g.reason) r;

select break_rule(refusals[1], '', 'enrollment_event') from returned where cardinality(refusals) > 0;
