-- Where graduates are after 6, 12 and 36 months.

create type outcome_status as enum ('employed', 'self_employed', 'further_study', 'seeking', 'other', 'unknown');
comment on type outcome_status is 'What a graduate does; unknown where the survey was not answered.';

create table survey (
  workshop_id int not null,
  id bigint generated always as identity,
  cohort_id bigint not null,
  months smallint not null constraint survey_is_after_6_12_or_36_months check (months in (6, 12, 36)),
  sent_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint survey_is_once_a_point unique (workshop_id, cohort_id, months),
  constraint survey_is_of_a_cohort foreign key (workshop_id, cohort_id) references cohort
);
comment on table survey is 'A tracer survey of a cohort''s graduates.';
comment on column survey.months is 'Months after completion.';
comment on column survey.sent_on is 'Day on which the mailing list was written.';

create table survey_contact (
  workshop_id int not null,
  id bigint generated always as identity,
  survey_id bigint not null,
  enrollment_id bigint not null,
  is_reachable boolean not null,
  asked_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint survey_asks_once primary key (workshop_id, survey_id, enrollment_id),
  constraint survey_contact_is_of_a_survey foreign key (workshop_id, survey_id) references survey on delete cascade,
  constraint survey_contact_is_of_an_enrollment foreign key (workshop_id, enrollment_id) references enrollment
);
create index survey_contact_by_enrollment on survey_contact (workshop_id, enrollment_id);
comment on table survey_contact is 'A graduate whom a survey was to reach.';
comment on column survey_contact.id is 'Key of its revisions; stays when the row changes.';
comment on column survey_contact.survey_id is 'The survey.';
comment on column survey_contact.enrollment_id is 'The graduate''s enrollment.';
comment on column survey_contact.is_reachable is 'Whether there was an address and consent to write to.';
comment on column survey_contact.asked_on is 'Day of the mailing list on which the graduate was first due.';

create table outcome (
  workshop_id int not null,
  id bigint generated always as identity,
  enrollment_id bigint not null,
  months smallint not null constraint outcome_is_after_6_12_or_36_months check (months in (6, 12, 36)),
  status outcome_status not null,
  answered_on date not null,
  is_in_field boolean,
  employer text constraint outcome_employer_is_not_blank check (btrim(employer) <> ''),
  is_chinese_funded boolean,
  occupation text collate "C" constraint outcome_occupation_is_isco check (occupation ~ '^[0-9]{1,4}$'),
  job_from_on date,
  satisfaction smallint constraint outcome_satisfaction_is_from_1_to_5 check (satisfaction between 1 and 5),
  note text constraint outcome_note_is_not_blank check (btrim(note) <> ''),
  batch_id bigint,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint outcome_is_once_a_point unique (workshop_id, enrollment_id, months),
  constraint outcome_is_of_an_enrollment foreign key (workshop_id, enrollment_id) references enrollment,
  constraint outcome_field_is_of_those_who_work check (
    status in ('employed', 'self_employed') or (is_in_field is null and employer is null and is_chinese_funded is null
      and occupation is null)),
  constraint outcome_job_began_before_the_answer check (job_from_on <= answered_on)
);
comment on table outcome is 'Where a graduate was at a survey point.';
comment on column outcome.enrollment_id is 'The completed enrollment.';
comment on column outcome.months is 'Survey point, in months after completion.';
comment on column outcome.status is 'What the graduate does.';
comment on column outcome.answered_on is 'Day of the answer, or of the inquiry that found nothing.';
comment on column outcome.is_in_field is 'Whether the work is in the field of the program; empty where not known.';
comment on column outcome.employer is 'Employer.';
comment on column outcome.is_chinese_funded is 'Whether the employer is Chinese-funded; empty where not known.';
comment on column outcome.occupation is 'Occupation, ISCO-08.';
comment on column outcome.job_from_on is 'First day of the first job after completion.';
comment on column outcome.satisfaction is 'How satisfied the graduate is with the training, 5 very.';
comment on column outcome.note is 'Reason of the latest correction, or a remark.';
