-- Enrollments, each with itself and the earlier ones that it continues: what was earned before a transfer between
-- cohorts counts for the enrollment that goes on.
create view report.enrollment_source with (security_invoker = true) as
select e.workshop_id, e.cohort_id, e.id as enrollment_id, e.id as source_id from luban.enrollment e
union all
select e.workshop_id, e.cohort_id, e.id, earlier from luban.enrollment e
cross join lateral luban.earlier_enrollments(e.workshop_id, e.continues_id) earlier
where e.continues_id is not null;
comment on view report.enrollment_source is 'Enrollments with those whose results count for them: themselves, and what they continue.';
