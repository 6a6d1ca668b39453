-- What luban report roster asks.
set search_path = luban, pg_temp;
set work_mem = '32MB';
set jit = off;
copy (
  select c.code as cohort, shown_number(s.number) as student, native.full_name,
    latin.full_name as latin_name, chinese.full_name as chinese_name, s.gender, s.birth_on, s.nationality, e.state,
    e.state_on, e.applied_on, s.email, s.phone, w.code as workshop, p.code as program
  from enrollment e
  join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  join workshop w on w.id = c.workshop_id
  join program_edition ed on ed.id = c.edition_id
  join program p on p.id = ed.program_id
  join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  left join student_name native on (native.workshop_id, native.student_id, native.kind, native.valid_to)
    = (s.workshop_id, s.id, 'native', 'infinity')
  left join student_name latin on (latin.workshop_id, latin.student_id, latin.kind, latin.valid_to)
    = (s.workshop_id, s.id, 'latin', 'infinity')
  left join student_name chinese on (chinese.workshop_id, chinese.student_id, chinese.kind, chinese.valid_to)
    = (s.workshop_id, s.id, 'chinese', 'infinity')
  order by 1, 2
) to stdout (format csv, header);
