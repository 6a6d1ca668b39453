-- Nothing takes a demonstration out again, so it goes into an office that has no students.
select break_rule('demo_goes_into_an_empty_office', jsonb_build_object('students', count(*)), 'student')
from student having count(*) > 0;
