-- What luban class clashes asks of a workshop in a term.
set search_path = luban, pg_temp;
set work_mem = '32MB';
copy (
  select l.kind, l.partner_id, l.staff_number, (l.one).*, l.other
  from clashes((select id from workshop where code = 'UZ-TAS'), :'first', :'last') l) to stdout;
