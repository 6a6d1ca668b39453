-- What is to be mended before reports are made: what is missing, what contradicts itself, who is likely known twice. What each
-- finding says, what is looked at, and which actions mend it; its cases are told by report.finding_case.
create table report.finding (
  id text primary key,
  place int not null constraint finding_stands_once unique,
  says text not null,
  among text not null,
  actions text[] not null constraint finding_can_be_mended check (cardinality(actions) > 0)
);
comment on table report.finding is 'What the report on quality looks for.';
comment on column report.finding.place is 'Its place: what is missing, then what contradicts itself, then who may be known twice.';
comment on column report.finding.says is 'What is found, in words.';
comment on column report.finding.among is 'What is looked at, in words.';
comment on column report.finding.actions is 'What mends it: actions of luban.action.';

insert into report.finding (id, place, says, among, actions)
select f.id, row_number() over (), f.says, f.among, f.actions::text[]
from (values
  ('gender_missing', 'gender is not stated', 'students who have applied, in the cohort of their last enrollment',
    '{edit(student)}'),
  ('latin_name_missing', 'no name in Latin letters, as in the passport', 'students who have applied, in the cohort of their last enrollment',
    '{edit(student)}'),
  ('entry_level_missing', 'language level at entry is not known',
    'students in training, on leave or completed, of cohorts with a language target that are past their census',
    '{edit(student),add(language)}'),
  ('cohort_without_completions', 'the cohort is over, not closed, and nobody has completed', 'cohorts past their planned end, unless canceled',
    '{enrollment.complete,edit(cohort)}'),
  ('enrolled_after_end', 'still in training more than 30 days after the end of the cohort',
    'students in training, on leave or completed, of cohorts that ended more than 30 days ago',
    '{enrollment.complete,enrollment.withdraw,edit(cohort)}'),
  ('undecided_after_end', 'the cohort is over, and the application is not decided', 'applications of cohorts that are over',
    '{enrollment.reject}'),
  ('credential_missing', 'completed, and no certificate was issued',
    'certificates that the program leads to, of each who has completed', '{credential.issue}'),
  ('attendance_missing', 'attendance was never noted', 'cohorts past their census, neither planned nor canceled',
    '{attendance.import}'),
  ('attendance_sparse', 'attendance was noted at less than 80 % of the sessions held',
    'cohorts past their census in which attendance was noted', '{attendance.import,class.cancel}'),
  ('session_not_noted', 'session held, and attendance not noted', 'sessions held', '{attendance.import,class.cancel}'),
  ('instructor_missing', 'the class has begun, and nobody teaches it', 'classes that have begun', '{edit(class)}'),
  ('results_missing', 'the class ended 30 days ago or more, and has no result',
    'classes with marks that ended 30 days ago or more', '{result.import}'),
  ('evidence_missing', 'credit was transferred, and nothing shows what was learned', 'results recognized or transferred',
    '{import.update,result.import}'),
  ('language_test_missing', 'the program has a language target, and half of its time has passed without a test',
    'students in training, on leave or completed, of cohorts with a language target of which half the time has passed',
    '{add(language)}'),
  ('certificate_number_missing', 'language test passed, and the number of the certificate is not known',
    'external language tests that were passed', '{correct(language)}'),
  ('placement_hours_missing', 'the placement is over, and no hours were logged', 'placements that are over', '{placement.log}'),
  ('placement_evaluation_missing', 'the placement is over, and nobody has evaluated it', 'placements that are over',
    '{placement.evaluate}'),
  ('outcome_missing', 'the survey point has come, and nothing is known, not even that an inquiry found nothing',
    'graduates and survey points that have come', '{outcome.survey,add(outcome)}'),
  ('agreement_missing', 'hosts a workshop without an agreement in force that it signed', 'hosts of workshops that are not closed',
    '{agreement.renew,add(agreement)}'),
  ('contact_missing', 'nobody to write to or call at the partner', 'partners that take part in a workshop', '{add(partner contact)}'),
  ('age_implausible', 'younger than 14 or older than 80 at the application', 'applications', '{edit(student),correct(enrollment)}'),
  ('enrolled_late', 'enrolled more than 60 days after the cohort began, not by transfer or return',
    'enrollments that were enrolled, not by transfer or return', '{correct(enrollment),edit(cohort)}'),
  ('level_fell', 'passed a lower language level than before', 'language tests passed after another one of the framework',
    '{correct(language),remove(language)}'),
  ('known_twice', 'likely known under two numbers: alike in name, born the same day', 'students who have applied, in the cohort of their last enrollment', '{show(student),edit(student)}'),
  ('document_twice', 'likely known under two numbers: the same number of a document', 'students who have applied, in the cohort of their last enrollment',
    '{show(student),edit(student)}'),
  ('birth_date_alike', 'likely known under two numbers: the same name, and birth dates that differ in one digit, or with day and month changed round',
    'students who have applied, in the cohort of their last enrollment', '{show(student),edit(student)}')
) f (id, says, among, actions);

-- What findings look at, and what they find: a row for each thing looked at. Of no cohort is what is of a whole workshop.
create type report.finding_case as (
  finding text, workshop_id int, cohort_id bigint, student_id bigint, about text, told text, is_found boolean);
comment on type report.finding_case is
  'One thing that a finding looks at: whose it is, what it is about beside that, and, where it is found, with what numbers.';
