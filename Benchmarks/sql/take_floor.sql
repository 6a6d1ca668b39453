-- The floor of taking the attendance of a class: the function that does it, asked from psql.
-- psql -v cohort=CODE -v course=CODE -v day=DAY
select * from luban.take_attendance(:'cohort', :'course', :'day', null, '{3,7}', '{9}', '{}');
