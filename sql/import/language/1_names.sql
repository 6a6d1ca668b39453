-- A test center's list has a name in Chinese that it gave itself, the one of the passport, or both: whichever is known
-- leads to the student.
update stage s set full_name = s.latin_name
where s.fault is null and s.latin_name is not null and (s.full_name is null or not exists (
  select from known_name k where k.folded = luban.fold(luban.composed(s.full_name))));
