-- The floor of an import: the finished rows, as an import has made them, into the same tables by PostgreSQL's binary COPY, with
-- their keys, checks, indexes and foreign keys, but without Luban's triggers. Nothing is read, matched or judged.
-- psql -v student=FILE -v student_name=FILE -v enrollment=FILE -v enrollment_event=FILE
set search_path = luban, pg_temp;
set client_min_messages = error;
begin;
copy student from :'student' (format binary);
-- As in an import: foreign keys planned by statistics of an empty table take the wrong index.
analyze student (workshop_id, id);
copy student_name (:name_columns) from :'student_name' (format binary);
copy enrollment from :'enrollment' (format binary);
analyze enrollment (workshop_id, id);
copy enrollment_event from :'enrollment_event' (format binary);
commit;
