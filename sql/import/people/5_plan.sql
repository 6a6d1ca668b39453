-- What will become of each line: who is new, what changes, who gets a seat, a place, a number.
create temp table judged on commit drop as
select d.line, d.workshop_id, d.cohort_id, d.full_name, d.family_name, d.given_name, d.patronymic, d.latin_name,
  d.chinese_name, d.birth_on, d.gender, d.nationality, d.document_country, d.document_kind, d.document_number,
  d.email, d.phone, d.schooling, d.entry_framework, d.entry_rank, d.consent_on, d.applied_on, d.effective_on,
  d.state as wanted, d.is_new,
  d.same_number is not null and m.student_id is not null as is_answered, d.folded,
  m.student_id as known_id, e.id as known_enrollment_id, e.state as known_state, rep.first_line,
  nullif(concat_ws(',', d.problems, m.problem,
    case when rep.line is not null then ':line_repeats_nobody' end,
    case when nobody.word is not null then 'full_name:line_is_of_a_person' end,
    case when two.line is not null and coalesce(m.problem, '') !~ 'student_document_once'
      then 'document_number:student_document_once' end,
    case when m.student_id is null and m.problem is null then case
      when not run.may_create then ':person_is_known_to_the_workshop'
      when d.full_name is null then 'full_name:line_names_a_person' end end,
    case when m.student_id is null and m.problem is null and d.full_name is not null and run.may_create and d.birth_on is null
      and coalesce(d.problems, '') !~ 'birth_date:' then 'birth_date:person_has_a_birth_date' end,
    case when m.student_id is null and m.problem is null and d.full_name is not null and run.may_create and d.nationality is null
      and coalesce(d.problems, '') !~ 'nationality:' then 'nationality:person_has_a_nationality' end,
    case when run.override is null and c.id is not null and e.id is null and cardinality(entry.refusals) > 0 then (
      select string_agg(b.name || ':' || r, ',')
      from unnest(entry.refusals) r
      cross join lateral (values (case r when 'enrollment_is_within_the_window' then 'applied_on'
        when 'enrollment_not_before_minimum_age' then 'birth_date' when 'enrollment_needs_schooling' then 'schooling'
        when 'enrollment_needs_language_level' then 'language_level' else 'cohort' end)) b (name)
      -- A cell that can't be read is told once.
      where b.name = 'cohort' or coalesce(d.problems, '') !~ ('(^|,)' || b.name || ':')) end,
    case when s.id is not null and c.id is not null and e.id is null and luban.holds_seat(d.state)
      and luban.seat_elsewhere(d.workshop_id, s.id, c, in_since => d.effective_on) is not null
      then 'cohort:student_holds_one_seat_at_a_time' end,
    case when s.id is not null and c.id is not null and e.id is null and luban.left_elsewhere(d.workshop_id, s.id, c)
      then 'cohort:enrollment_comes_back_by_return' end
  ), '') as problems,
  case when s.id is not null then nullif(concat_ws(',',
    case when d.birth_on <> s.birth_on and not luban.was_born(s.workshop_id, s.id, d.birth_on) then 'birth_date' end,
    case when d.gender is distinct from s.gender and d.gender is not null then 'gender' end,
    case when d.nationality <> s.nationality then 'nationality' end,
    case when (d.document_number, d.document_kind, d.document_country)
      is distinct from (s.document_number, s.document_kind, s.document_country) and d.document_number is not null
      and not luban.had_document(s.workshop_id, s.id, d.document_kind, d.document_country, d.document_number)
      then 'document_number' end,
    case when d.email is distinct from s.email and d.email is not null then 'email' end,
    case when d.phone is distinct from s.phone and d.phone is not null then 'phone' end,
    case when d.schooling is distinct from s.schooling and d.schooling is not null then 'schooling' end,
    case when (d.entry_framework, d.entry_rank) is distinct from (s.entry_framework, s.entry_rank)
      and d.entry_rank is not null then 'language_level' end,
    case when d.consent_on is distinct from s.consent_on and d.consent_on is not null then 'consent_date' end,
    case when luban.says_another_name(s.workshop_id, s.id, d.full_name, d.folded, native.full_name) then 'full_name' end,
    case when luban.says_another_name(s.workshop_id, s.id, d.latin_name, d.latin, latin.full_name) then 'latin_name' end,
    case when luban.says_another_name(s.workshop_id, s.id, d.chinese_name, d.chinese, chinese.full_name) then 'chinese_name' end
  ), '') end as differs,
  d.state = 'waitlisted' and (c.status not in ('open', 'running')
    or s.id is not null and luban.seat_elsewhere(d.workshop_id, s.id, c) is not null) as must_wait
from draft d
cross join run
left join meant m on m.id = d.line
left join student s on (s.workshop_id, s.id) = (d.workshop_id, m.student_id)
left join student_name native on (native.workshop_id, native.student_id, native.kind, native.valid_to)
  = (s.workshop_id, s.id, 'native', 'infinity')
left join student_name latin on (latin.workshop_id, latin.student_id, latin.kind, latin.valid_to)
  = (s.workshop_id, s.id, 'latin', 'infinity')
left join student_name chinese on (chinese.workshop_id, chinese.student_id, chinese.kind, chinese.valid_to)
  = (s.workshop_id, s.id, 'chinese', 'infinity')
left join repeated rep on rep.line = d.line
left join word nobody on (nobody.kind, nobody.word) = ('no_name', rtrim(luban.skeleton(d.folded), ' .:'))
  and nobody.means <> 'counted'
left join document_of_two two on two.line = d.line
left join cohort c on (c.workshop_id, c.id) = (d.workshop_id, d.cohort_id)
left join program_edition ed on ed.id = c.edition_id
left join language_level req on (req.framework, req.level) = (ed.entry_framework, ed.entry_level)
left join enrollment e on (e.workshop_id, e.student_id, e.cohort_id) = (s.workshop_id, s.id, d.cohort_id)
cross join lateral (
  select luban.entry_refusals(coalesce(d.birth_on, s.birth_on), coalesce(d.schooling, s.schooling),
    coalesce(d.entry_framework, s.entry_framework), case when d.entry_framework is null then s.entry_rank else d.entry_rank end,
    ed.requires_program_id is not null and s.id is not null and luban.has_completed(d.workshop_id, s.id, ed.requires_program_id),
    d.applied_on, c, ed, req.rank) as refusals) entry;

-- A name with letters of another script may say whom a line means; it is kept of nobody.
update judged j set problems = s.problems
from (
  select line, string_agg(n.name || ':person_name_is_of_one_script', ',') as problems
  from judged
  cross join run
  cross join lateral (values ('full_name', full_name), ('latin_name', latin_name), ('chinese_name', chinese_name)) n (name, value)
  where problems is null and luban.is_of_two_scripts(n.value)
    and (known_id is null or run.may_update and n.name = any (string_to_array(differs, ',')))
  group by line) s
where s.line = j.line;

-- Who asks for a seat from a day before the last change of a cohort is asked of all days since, one after another.
create temp table earlier_seat on commit drop as
select l.line, g.is_given, g.free_since
from (
  select j.workshop_id, j.cohort_id, array_agg(j.line order by j.wanted = 'waitlisted', j.line) as lines,
    array_agg(j.effective_on order by j.wanted = 'waitlisted', j.line) as days
  from judged j
  where j.problems is null and j.cohort_id is not null and j.known_enrollment_id is null
    and (luban.holds_seat(j.wanted) or j.wanted = 'waitlisted' and not j.must_wait)
  group by j.workshop_id, j.cohort_id
  having min(j.effective_on) < luban.last_change_of_seats(j.workshop_id, j.cohort_id)) c
cross join lateral luban.seats_given(c.workshop_id, c.cohort_id, c.days) g
join lateral unnest(c.lines) with ordinality l (line, nth) on l.nth = g.nth;

analyze earlier_seat;

update judged j set problems = 'enrolled_on:seats_are_held_within_capacity_each_day'
from earlier_seat e where e.line = j.line and not e.is_given and e.free_since is not null;

create temp table plan on commit drop as
select f.*,
  case when problems is null then case when new_person or new_enrollment then 'created'
    when differs is not null and (select may_update from run) then 'changed' else 'unchanged' end end as outcome,
  case when first_line is not null then jsonb_build_object('line_repeats_nobody', format(phrase('first in line {0}'), first_line))
    when f.problems ~ 'fact_is_of_today_or_earlier' then jsonb_build_object('fact_is_of_today_or_earlier',
      luban.still_to_come(f.workshop_id, greatest(f.birth_on, f.consent_on, f.applied_on, f.effective_on)::text))
    when f.problems ~ 'student_document_number_is_letters_and_digits' then jsonb_build_object(
      'student_document_number_is_letters_and_digits', luban.cyrillic_letters(f.document_number))
    when free_since is not null then jsonb_build_object('seats_are_held_within_capacity_each_day',
      format(phrase('a seat is free since {0}'), free_since))
    when f.problems ~ 'enrollment_is_within_the_window' then jsonb_build_object('enrollment_is_within_the_window',
      format(phrase('{0}, not {1} to {2}'), f.applied_on, f.window_opens_on, f.window_closes_on)) end as details,
  case when new_person then nextval('student_id_seq'::regclass) else known_id end as student_id,
  -- Which part is which, where only the whole name is given.
  case when coalesce(f.family_name, f.given_name, f.patronymic) is null then luban.name_parts(f.full_name) end as parts,
  case when new_person then n.last_student_number
    + count(*) filter (where new_person) over (partition by f.workshop_id order by f.cohort_id, f.line
        rows unbounded preceding) end::int as number,
  case when new_enrollment then nextval('enrollment_id_seq'::regclass) else known_enrollment_id end as enrollment_id,
  case when f.state = 'waitlisted' then last_waitlist_place
    + count(*) filter (where f.state = 'waitlisted') over (partition by f.workshop_id, f.cohort_id order by f.line
        rows unbounded preceding) end::int as waitlist_place
from (
  select j.*, j.problems is null and j.known_id is null as new_person,
    j.problems is null and j.cohort_id is not null and j.known_enrollment_id is null as new_enrollment,
    c.last_waitlist_place, c.window_opens_on, c.window_closes_on, es.free_since,
    case when j.problems is not null or j.cohort_id is null or j.known_enrollment_id is not null then null
      when es.is_given then case when j.wanted = 'waitlisted' then 'enrolled' else j.wanted end
      when not es.is_given then 'waitlisted'
      when luban.holds_seat(j.wanted) and c.seats_held
        + count(*) filter (where j.problems is null and j.known_enrollment_id is null and luban.holds_seat(j.wanted))
          over (partition by j.workshop_id, j.cohort_id order by j.line rows unbounded preceding) > c.capacity
      then 'waitlisted'
      -- Nobody waits while a seat is free; those who ask for one in the file come first.
      when j.wanted = 'waitlisted' and not j.must_wait and c.seats_held
        + count(*) filter (where j.problems is null and j.known_enrollment_id is null and luban.holds_seat(j.wanted))
          over (partition by j.workshop_id, j.cohort_id)
        + count(*) filter (where j.problems is null and j.known_enrollment_id is null and j.wanted = 'waitlisted'
          and not j.must_wait) over (partition by j.workshop_id, j.cohort_id order by j.line rows unbounded preceding)
        <= c.capacity
      then 'enrolled' else j.wanted end as state
  from judged j
  left join cohort c on (c.workshop_id, c.id) = (j.workshop_id, j.cohort_id)
  left join earlier_seat es on es.line = j.line
) f
left join workshop_counter n on n.workshop_id = f.workshop_id
order by f.workshop_id, f.cohort_id, f.line;

insert into note (line, note, value)
select line, 'the name was kept whole: which part is the family name is not sure', full_name
from plan where new_person and parts is null and coalesce(family_name, given_name, patronymic) is null;

-- A list sent again says nothing new: what became of an enrollment since then stands, and is told.
insert into note (line, note, value)
select line, format(phrase('a list changes no state: the enrollment stays {0}'), phrase(known_state::text)), full_name
from plan where problems is null and known_state in ('suspended', 'withdrawn', 'dismissed', 'transferred', 'rejected', 'declined', 'annulled');
