-- Which of them were retired.
update course c set retired_on = l.retired_on, retire_reason = l.retire_reason
from late_retirement l where c.id = l.course_id and c.retired_on is null;
