-- What luban report cohort asks, for the day in the variable as_of.
set search_path = luban, pg_temp;
set work_mem = '32MB';
set jit = off;
copy (select * from list.cohort_report(:as_of, now()) order by intake, cohort) to stdout (format csv, header);
