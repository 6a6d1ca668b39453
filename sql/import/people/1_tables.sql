-- What the options mean for people.
alter table run add column with_enrollments boolean, add column may_create boolean;
update run set with_enrollments = noun <> 'people', may_create = noun <> 'enrollments';
