-- What the figures of the reports count: once, for the program, its pages and whoever reads a report.
-- Evaluators find it by `luban report indicators`, in their language.
create table report.indicator (
  report text not null,
  place int not null,
  id text not null,
  counts text not null,
  numerator text,
  denominator text,
  part_of text,
  source text,
  adds boolean not null,
  percent text,
  members text,
  is_people boolean not null generated always as (members is not null) stored,
  splits boolean not null,
  primary key (report, id),
  constraint indicator_stands_once unique (report, place),
  constraint indicator_is_made_of_two check ((numerator is null) = (denominator is null)),
  constraint indicator_rate_has_a_function check ((numerator is null) = (percent is null)),
  constraint indicator_rate_never_adds check (not (adds and percent is not null)),
  constraint indicator_rate_is_no_count check (not (is_people and percent is not null)),
  constraint indicator_splits_a_count check (part_of is not null or not splits),
  -- What a rate is made of are columns of the same report.
  constraint indicator_numerator_is_one foreign key (report, numerator) references report.indicator deferrable initially deferred,
  constraint indicator_denominator_is_one foreign key (report, denominator) references report.indicator deferrable initially deferred,
  constraint indicator_is_part_of_one foreign key (report, part_of) references report.indicator deferrable initially deferred
);
comment on table report.indicator is 'What the figures of the reports count.';
comment on column report.indicator.counts is 'What is counted, in words.';
comment on column report.indicator.adds is 'Whether cohorts add up: then a total is the sum of its column.';
comment on column report.indicator.percent is
  'The function that makes a rate of its two counts, in every row: of a cohort, and of a total.';
comment on column report.indicator.part_of is 'The count that it is a part of.';
comment on column report.indicator.members is
  'What is listed of those whom it counts, as the service layer names it; of what counts no people, nothing.';
comment on column report.indicator.is_people is
  'Whether it counts persons, enrollments or what they did: what is published of few of them would tell who they are.';
comment on column report.indicator.splits is
  'Whether it is apart from the other parts of its count that split it: with the rest they add up to it.';

insert into report.indicator (report, place, id, counts, numerator, denominator, part_of, source, adds, percent, members, splits)
select 'cohort', row_number() over (), f.*,
  f.numerator is null and f.id not in ('nationalities', 'practice_share', 'language_target') and f.id !~ '^hours_|_list$|_(none|[1-7])$',
  case when f.id = 'attendance' then 'attendance_percent' when f.numerator is not null then 'percent' end,
  case when f.numerator is not null or f.id in ('capacity', 'nationalities', 'practice_share', 'language_target')
      or f.id ~ '^hours_|_hours$|_list$' then null
    when f.id ~ '^courses_' then 'course' when f.id ~ '^language_tests' then 'test' else 'enrollment' end,
  coalesce(f.part_of in ('applications', 'students'), false)
    and f.id not in ('transferred_in', 'returned_in', 'language_students') or f.id ~ '_(none|[1-7])$'
from (values
  ('capacity', 'seats of the cohort', null, null, null, null),
  ('applications', 'all enrollments made by that day; where they stand adds up to it', null, null, null, null),
  ('applied', 'have applied, not decided', null, null, 'applications', null),
  ('waitlisted', 'wait for a seat', null, null, 'applications', null),
  ('admitted', 'are admitted, not yet enrolled', null, null, 'applications', null),
  ('students', 'in training, on leave or completed on that day; who is in two cohorts counts in both', null, null, 'applications', null),
  ('enrolled', 'are in training', null, null, 'students', null),
  ('suspended', 'are on leave', null, null, 'students', null),
  ('completed', 'have completed the program', null, null, 'students', null),
  ('withdrawn', 'have withdrawn; those who never came are not among them', null, null, 'applications',
    'EQAVET 4 asks for those who abandoned'),
  ('no_shows', 'withdrawn or dismissed by the census with the reason that they never came; shown, but in no rate', null, null,
    'applications', null),
  ('dismissed', 'were dismissed; those who never came are not among them', null, null, 'applications', null),
  ('transferred_out', 'went on in another cohort', null, null, 'applications', null),
  ('refused', 'were rejected, or declined their place', null, null, 'applications', null),
  ('transferred_in', 'came from another cohort', null, null, 'applications', null),
  ('returned_in', 'came back after they had left another cohort of the program', null, null, 'applications', null),
  ('census_size', 'all who had commenced by the census, less those who never came and those who had gone to another cohort by then; who changes cohorts within the program is of one census, the first; empty before the census',
    null, null, null, 'OECD, true cohort: as national statistics fix a cohort at a date'),
  ('retained', 'in training, on leave or completed on that day, in this cohort or in another one of the program', null, null, 'census_size', null),
  ('retention', 'in percent; empty where the denominator is below 10', 'retained', 'census_size', null, null),
  ('completed_of_census', 'completed by that day, in this cohort or in another one of the program', null, null, 'census_size', null),
  ('completion', 'in percent; empty where the denominator is below 10', 'completed_of_census', 'census_size', null,
    'EQAVET 4; NCVER, observed completion'),
  ('census_here', 'all but those who have gone on in another cohort', null, null, 'census_size', null),
  ('completed_here', 'completed in this cohort', null, null, 'census_here', null),
  ('completion_here', 'in percent; empty where the denominator is below 10', 'completed_here', 'census_here', null, null),
  ('census_adjusted', 'all but those who went on in another program, and those who died', null, null, 'census_size', null),
  ('completion_adjusted', 'in percent; empty where the denominator is below 10', 'completed_of_census', 'census_adjusted', null,
    'shown beside completion, never in its place'),
  ('women', 'women', null, null, 'gender_known', 'UNESCO-UIS'),
  ('gender_known', 'whose gender is stated', null, null, 'census_size', null),
  ('nationalities', 'how many nationalities they have, by their passports', null, null, null, null),
  ('nationality_list', 'these nationalities, with numbers', null, null, 'census_size', null),
  ('hours_theory', 'hours of theory in the required technical courses and placements of the edition', null, null, null, null),
  ('hours_practice', 'hours of practice in these', null, null, null, null),
  ('hours_language', 'hours of the required language modules, which are neither', null, null, null, null),
  ('hours_culture', 'hours of the required culture modules, which are neither', null, null, null, null),
  ('practice_share', 'hours of practice in percent of theory and practice together, so that classes of Chinese do not count as practice',
    null, null, null, null),
  ('census_due', 'all, from the planned end on; empty before it', null, null, 'census_size', null),
  ('completed_on_time', 'completed by the planned end of this cohort; empty before it', null, null, 'census_due', null),
  ('on_time', 'in percent; empty where the denominator is below 10', 'completed_on_time', 'census_due', null,
    'completion within the nominal duration'),
  ('attended_hours', 'hours at which students were present or late, over all students and classes', null, null, 'held_hours', null),
  ('held_hours', 'hours of the sessions at which something was noted of a student while enrolled; excused ones as the rule of completion says',
    null, null, null, null),
  ('attendance', 'in percent, cut to one digit', 'attended_hours', 'held_hours', null, null),
  ('courses_judged', 'courses of students that were passed or failed, or left without a mark after the census; empty before it', null, null, null, null),
  ('courses_passed', 'passed by the attempt that counts', null, null, 'courses_judged', null),
  ('course_pass', 'in percent; empty where the denominator is below 10', 'courses_passed', 'courses_judged', null,
    'NCVER, subject outcomes'),
  ('language_target', 'level that the rule of completion asks for; without one the columns of language are empty', null, null, null, null),
  ('language_students', 'all, where the program has a target', null, null, 'students', null),
  ('language_entry_list', 'levels at entry, with numbers', null, null, 'language_students', null),
  ('language_now_list', 'levels on that day, with numbers', null, null, 'language_students', null),
  ('language_entry_none', 'had no level at entry', null, null, 'language_entry_known', null),
  ('language_entry_1', 'had level 1 of the framework at entry', null, null, 'language_entry_known', null),
  ('language_entry_2', 'had level 2 of the framework at entry', null, null, 'language_entry_known', null),
  ('language_entry_3', 'had level 3 of the framework at entry', null, null, 'language_entry_known', null),
  ('language_entry_4', 'had level 4 of the framework at entry', null, null, 'language_entry_known', null),
  ('language_entry_5', 'had level 5 of the framework at entry', null, null, 'language_entry_known', null),
  ('language_entry_6', 'had level 6 of the framework at entry', null, null, 'language_entry_known', null),
  ('language_entry_7', 'had level 7 of the framework at entry', null, null, 'language_entry_known', null),
  ('language_now_none', 'have shown no level', null, null, 'language_students', null),
  ('language_now_1', 'have shown level 1 of the framework, and no higher one', null, null, 'language_students', null),
  ('language_now_2', 'have shown level 2 of the framework, and no higher one', null, null, 'language_students', null),
  ('language_now_3', 'have shown level 3 of the framework, and no higher one', null, null, 'language_students', null),
  ('language_now_4', 'have shown level 4 of the framework, and no higher one', null, null, 'language_students', null),
  ('language_now_5', 'have shown level 5 of the framework, and no higher one', null, null, 'language_students', null),
  ('language_now_6', 'have shown level 6 of the framework, and no higher one', null, null, 'language_students', null),
  ('language_now_7', 'have shown level 7 of the framework, and no higher one', null, null, 'language_students', null),
  ('language_census', 'all, where the program has a target', null, null, 'census_size', null),
  ('language_reached', 'reached the target, whether they stayed or not', null, null, 'language_census', null),
  ('language_attainment', 'in percent; empty where the denominator is below 10', 'language_reached', 'language_census', null, null),
  ('language_tested', 'took a test of the target or of a higher level since they applied; placement tests are none', null, null,
    'language_census', null),
  ('language_tested_reached', 'reached the target', null, null, 'language_tested', null),
  ('language_attainment_tested', 'in percent; empty where the denominator is below 10', 'language_tested_reached', 'language_tested',
    null, null),
  ('language_tests', 'tests that those of the census took since they applied, in the framework of the target; placement tests are none',
    null, null, null, null),
  ('language_tests_passed', 'tests that were passed', null, null, 'language_tests', null),
  ('language_test_pass', 'in percent; empty where the denominator is below 10', 'language_tests_passed', 'language_tests', null,
    'HSK pass rate'),
  ('language_entry_known', 'whose level at entry is known; empty before the census', null, null, 'language_students', null),
  ('language_gained', 'rose by a level or more since entry', null, null, 'language_entry_known', null),
  ('language_gain', 'in percent; empty where the denominator is below 10', 'language_gained', 'language_entry_known', null, null),
  ('culture_hours', 'hours of culture, each once, in the cohort in which it was earned', null, null, null, null),
  ('placement_hours', 'hours of placement, each once, in the cohort in which they were worked', null, null, null, null)
) f (id, counts, numerator, denominator, part_of, source);

insert into report.indicator (report, place, id, counts, numerator, denominator, part_of, source, adds, percent, members, splits)
select 'language', row_number() over (), f.*, false, case when f.numerator is not null then 'percent' end,
  case when f.numerator is not null then null when f.id = 'students' then 'person' when f.id ~ '^tests' then 'level_test'
    else 'level' end, f.id = 'highest'
from (values
  ('students', 'persons in training, on leave or completed on that day, each once', null, null, null, null),
  ('reached', 'have shown the level or a higher one, whether the proof is still valid or not', null, null, 'students', null),
  ('highest', 'have shown the level, and no higher one', null, null, 'reached', null),
  ('valid', 'have shown the level or a higher one by what is valid on that day', null, null, 'reached', null),
  ('tests', 'tests of the level that these persons took by that day; placement tests are none', null, null, null, null),
  ('tests_passed', 'tests of the level that were passed', null, null, 'tests', null),
  ('test_pass', 'in percent; empty where the denominator is below 10', 'tests_passed', 'tests', null, 'HSK pass rate')
) f (id, counts, numerator, denominator, part_of, source);

insert into report.indicator (report, place, id, counts, numerator, denominator, part_of, source, adds, percent, members, splits)
select 'attendance', row_number() over (), f.*, f.numerator is null,
  case when f.id = 'attendance' then 'attendance_percent' when f.numerator is not null then 'percent' end, null, false
from (values
  ('sessions_held', 'sessions up to that day that were not canceled; a lesson of two cohorts is one of each', null, null, null, null),
  ('sessions_noted', 'sessions at which attendance was taken', null, null, 'sessions_held', null),
  ('coverage', 'in percent; empty where the denominator is below 10', 'sessions_noted', 'sessions_held', null, null),
  ('offered_hours', 'hours of the sessions held, over all students enrolled on that day, whether noted or not', null, null, null, null),
  ('held_hours', 'hours of the sessions at which something was noted of a student while enrolled; excused ones as the rule of completion says',
    null, null, 'offered_hours', null),
  ('attended_hours', 'hours at which students were present or late, over all students and classes', null, null, 'held_hours', null),
  ('attendance', 'in percent, cut to one digit', 'attended_hours', 'held_hours', null,
    'attendance rate as schools report it; by hours, since sessions differ in length')
) f (id, counts, numerator, denominator, part_of, source);

insert into report.indicator (report, place, id, counts, numerator, denominator, part_of, source, adds, percent, members, splits)
select 'outcomes', row_number() over (), f.*, f.numerator is null, case when f.numerator is not null then 'percent' end,
  case when f.numerator is not null then null when f.id = 'graduates' then 'graduate' else 'outcome' end,
  f.id in ('answered', 'unknown', 'placed', 'seeking', 'other', 'working', 'further_study')
from (values
  ('graduates', 'have completed the program by that day, whether the point has come or not', null, null, null, null),
  ('completers', 'whose point has come, a month before it at the earliest', null, null, 'graduates',
    'tracer studies (ETF, Cedefop, ILO 2016): population'),
  ('contacted', 'were asked by a survey', null, null, 'completers', null),
  ('reachable', 'had consented and had an address when they were asked', null, null, 'contacted', null),
  ('answered', 'whose status is known', null, null, 'completers', null),
  ('unknown', 'of whom nothing is known, or an inquiry found nothing', null, null, 'completers', null),
  ('response', 'in percent; empty where the denominator is below 10', 'answered', 'completers', null,
    'tracer studies (ETF, Cedefop, ILO 2016)'),
  ('response_of_reachable', 'in percent; empty where the denominator is below 10', 'answered', 'reachable', null, null),
  ('placed', 'are employed, self-employed or in further study', null, null, 'answered', null),
  ('placement', 'in percent; empty where the denominator is below 10', 'placed', 'answered', null, 'EQAVET 5a'),
  ('working', 'are employed or self-employed', null, null, 'placed', null),
  ('employment', 'in percent; empty where the denominator is below 10', 'working', 'answered', null, 'EQAVET 5b'),
  ('in_field', 'work in the field of the program', null, null, 'field_known', null),
  ('field_known', 'work, and it is known whether in the field', null, null, 'working', null),
  ('in_field_rate', 'in percent; empty where the denominator is below 10', 'in_field', 'field_known', null,
    'EQAVET 6a, horizontal match'),
  ('further_study', 'are in further study', null, null, 'placed', null),
  ('further_study_rate', 'in percent; empty where the denominator is below 10', 'further_study', 'answered', null, null),
  ('seeking', 'are looking for work', null, null, 'answered', null),
  ('other', 'do something else', null, null, 'answered', null),
  ('chinese_funded', 'work at a Chinese-funded employer', null, null, 'funding_known', null),
  ('funding_known', 'work, and it is known who funds the employer', null, null, 'working', null),
  ('chinese_funded_rate', 'in percent; empty where the denominator is below 10', 'chinese_funded', 'funding_known', null, null),
  ('satisfied', 'answered 4 or 5', null, null, 'satisfaction_known', null),
  ('satisfaction_known', 'said how satisfied they are, on a scale of 1 to 5', null, null, 'answered', null),
  ('satisfaction', 'in percent; empty where the denominator is below 10', 'satisfied', 'satisfaction_known', null, null)
) f (id, counts, numerator, denominator, part_of, source);

-- Those of the cohort report are what they are there.
insert into report.indicator (report, place, id, counts, numerator, denominator, part_of, source, adds, percent, members, splits)
select 'program', row_number() over (order by place), id, counts, numerator, denominator,
  case when part_of <> 'applications' then part_of end, source, adds, percent, members,
  coalesce(part_of = 'students', false)
from (
  select report, place::numeric, id, counts, numerator, denominator, part_of, source, adds, percent, members from report.indicator
  where report = 'cohort' and id in ('students', 'enrolled', 'completed', 'census_size', 'retained', 'retention', 'completed_of_census',
    'completion', 'courses_judged', 'courses_passed', 'course_pass', 'attended_hours', 'held_hours', 'attendance',
    'language_census', 'language_reached', 'language_attainment')
  union all
  -- Load stands behind the course pass rate, culture at the end.
  select 'program', case when f.place = 9 then 1000 else p.place + f.place / 10.0 end, f.id, f.counts, f.numerator, f.denominator, f.part_of, f.source, f.numerator is null,
    case when f.numerator is not null then 'percent' end, null
  from (values
  ('load_hours', 'hours of the courses of students that were passed, recognized, failed, or left without a mark after the census; transferred credit is left out; empty before it',
    null, null, null, null, 1),
  ('load_passed', 'hours of courses that were passed, or recognized as prior learning', null, null, 'load_hours', null, 2),
  ('load_pass', 'in percent; empty where the denominator is below 10', 'load_passed', 'load_hours', null, 'NCVER, load pass rate', 3),
  ('culture_hours', 'hours of culture, each once, in the cohort in which it was earned', null, null, null, null, 9)
  ) f (id, counts, numerator, denominator, part_of, source, place)
  cross join (select place from report.indicator where report = 'cohort' and id = 'course_pass') p
) figure;

insert into report.indicator (report, place, id, counts, numerator, denominator, part_of, source, adds, percent, members, splits)
select 'partner', row_number() over (), f.*, false, null,
  case f.id when 'students' then 'present' when 'students_awarded' then 'awarded' when 'instructors' then 'instructor'
    when 'teachers_trained' then 'trained' when 'placements' then 'placement' end, false
from (values
  ('agreements', 'agreements in force on that day that the partner signed', null, null, null, null),
  ('days_hosting', 'days of the period on which it hosts one of the workshops', null, null, null, null),
  ('days_uncovered', 'days without an agreement in force that it signed', null, null, 'days_hosting', null),
  ('cohorts', 'cohorts of the workshops that it hosts or leads on that day', null, null, null, null),
  ('students', 'are in training or on leave in these cohorts on that day', null, null, null, null),
  ('cohorts_awarded', 'cohorts of editions of which it awards a certificate', null, null, null, null),
  ('students_awarded', 'are in training or on leave in cohorts of which it awards a certificate', null, null, null, null),
  ('instructors', 'instructors of the partner who are at the workshops on that day', null, null, null, null),
  ('teachers_trained', 'instructors who completed a training that it gave and that ended in the period', null, null, null, 'EQAVET 2'),
  ('training_hours', 'hours of these trainings, over all instructors', null, null, null, null),
  ('placements', 'students who were on placement at it on a day of the period', null, null, null, null),
  ('placement_hours', 'hours that students worked there in the period', null, null, null, null)
) f (id, counts, numerator, denominator, part_of, source);

insert into report.indicator (report, place, id, counts, numerator, denominator, part_of, source, adds, percent, members, splits)
select 'year', row_number() over (), f.*, f.numerator is null and f.id <> 'enterprises',
  case when f.numerator is not null then 'percent' end,
  case when f.numerator is not null or f.id = 'enterprises' or f.id ~ '_hours$' then null
    when f.id in ('degree_students', 'trained', 'teacher_students') then 'learner' when f.id ~ '_enrollments$' then 'learning'
    when f.id = 'teachers_trained' then 'trained' when f.id = 'teacher_trainings' then 'training' else 'of_year' end, false
from (values
  ('degree_students', 'persons enrolled in degree education on a day of the year, each once at a workshop', null, null, null,
    'Tianjin, published results: degree education apart'),
  ('degree_enrollments', 'enrollments in degree education on a day of the year', null, null, null, null),
  ('trained', 'persons enrolled in short-term training on a day of the year, each once at a workshop', null, null, null,
    'Tianjin, published results: people trained'),
  ('trained_enrollments', 'participations: enrollments in short-term training on a day of the year', null, null, null,
    'Tianjin, published results: persons and participations'),
  ('teacher_students', 'persons enrolled in teacher training on a day of the year, each once at a workshop', null, null, null, null),
  ('teacher_enrollments', 'enrollments in teacher training on a day of the year', null, null, null, null),
  ('teachers_trained', 'instructors who completed a training that ended in the year', null, null, null, 'EQAVET 2'),
  ('teacher_trainings', 'trainings that instructors completed in the year', null, null, null, null),
  ('census_size', 'in degree education, all of the census of cohorts that had it in the year', null, null, null,
    'OECD, true cohort: as national statistics fix a cohort at a date'),
  ('retained', 'are in training, on leave or completed at the end of the year', null, null, 'census_size', null),
  ('retention', 'in percent; empty where the denominator is below 10', 'retained', 'census_size', null, null),
  ('graduates', 'completed degree education in the year', null, null, null, null),
  ('trainings_completed', 'completed short-term training in the year', null, null, null, null),
  ('course_hours', 'hours in the catalog of the courses taught in the year, each course once at a workshop', null, null, null, null),
  ('class_hours', 'hours of the sessions held in the year; a lesson of two cohorts is one of each', null, null, null, null),
  ('enterprises', 'enterprises that took part in a workshop or had students on placement on a day of the year', null, null, null, null)
) f (id, counts, numerator, denominator, part_of, source);

insert into report.indicator (report, place, id, counts, numerator, denominator, part_of, source, adds, percent, members, splits)
select 'culture', row_number() over (), f.*, false, case when f.numerator is not null then 'per_head' end,
  case f.id when 'participants' then 'participant' when 'participations' then 'participation' when 'census_size' then 'enrollment' end,
  false
from (values
  ('events', 'events that have ended, in which students of the cohorts took part', null, null, null, null),
  ('participants', 'persons who took part in an event, each once', null, null, null, null),
  ('participations', 'participations: persons as often as they took part in an event', null, null, null, null),
  ('event_hours', 'hours of these, never more than the event has', null, null, 'hours', null),
  ('class_hours', 'hours attended in classes of culture modules', null, null, 'hours', null),
  ('hours', 'hours of culture, each once, in the cohort in which it was earned', null, null, null, null),
  ('census_size', 'all of the census, of cohorts that are past it; empty before it', null, null, null, null),
  ('census_hours', 'hours of the cohorts that are past their census, over all students; empty before it', null, null, 'hours', null),
  ('hours_per_student', 'to one digit', 'census_hours', 'census_size', null, null),
  ('modules', 'culture modules in the curricula of the cohorts, each once', null, null, null, null),
  ('modules_covered', 'culture modules in which somebody has an hour', null, null, 'modules', null)
) f (id, counts, numerator, denominator, part_of, source);

insert into report.indicator (report, place, id, counts, numerator, denominator, part_of, source, adds, percent, splits)
select 'quality', row_number() over (), f.id, f.counts, null, null, null, null, true, null, false
from (values
  ('found', 'what is to be mended; a pair of students once'),
  ('looked_at', 'what was looked at for it')
) f (id, counts);
