-- Attempts at courses, and what was learned elsewhere.

create type result_kind as enum ('graded', 'recognized', 'transferred');
comment on type result_kind is 'Graded here, recognition of prior learning, or credit transferred from a partner under an agreement.';

create table result (
  workshop_id int not null,
  id bigint generated always as identity,
  enrollment_id bigint not null,
  course_id int not null constraint result_is_of_a_known_course references course,
  attempt smallint not null constraint result_attempts_count_from_one check (attempt > 0),
  kind result_kind not null default 'graded',
  scale text collate "C" not null constraint result_scale_is_known references grading_scale,
  mark text not null,
  value numeric not null,
  passed boolean not null,
  graded_on date not null,
  instructor_id bigint,
  partner_id int constraint result_comes_from_a_partner references partner,
  agreement_id int constraint result_is_transferred_under_an_agreement references agreement,
  evidence text constraint result_evidence_is_not_blank check (btrim(evidence) <> ''),
  note text,
  batch_id bigint,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint result_attempt_is_once unique (workshop_id, enrollment_id, course_id, attempt),
  constraint result_is_one_a_day unique (workshop_id, enrollment_id, course_id, graded_on),
  constraint result_is_of_an_enrollment foreign key (workshop_id, enrollment_id) references enrollment,
  constraint result_is_graded_by_a_known_instructor foreign key (workshop_id, instructor_id) references instructor,
  constraint recognition_has_evidence check (kind <> 'recognized' or evidence is not null),
  constraint transfer_names_partner_and_agreement check (
    (kind = 'transferred') = (partner_id is not null) and (kind = 'transferred') = (agreement_id is not null))
);
create index result_by_course on result (course_id);
create index result_by_instructor on result (workshop_id, instructor_id) where instructor_id is not null;
create index result_by_partner on result (partner_id) where partner_id is not null;
create index result_by_agreement on result (agreement_id) where agreement_id is not null;
create index result_by_scale on result (scale);
create statistics enrollment_of_a_result (ndistinct, dependencies) on workshop_id, enrollment_id from result;
comment on table result is 'One attempt at one course.';
comment on column result.enrollment_id is 'The student''s enrollment.';
comment on column result.attempt is 'Number of the attempt.';
comment on column result.kind is 'Graded, recognized or transferred.';
comment on column result.scale is 'Scale of the mark.';
comment on column result.mark is 'The mark as its scale writes it.';
comment on column result.value is 'What the mark counts; set from the scale.';
comment on column result.passed is 'Whether it passes; set from the scale.';
comment on column result.graded_on is 'Day of the exam or the decision.';
comment on column result.instructor_id is 'Who graded.';
comment on column result.partner_id is 'Where a transferred credit comes from.';
comment on column result.agreement_id is 'Agreement under which it was transferred.';
comment on column result.evidence is 'What a recognition rests on, and a transfer beside its agreement.';
comment on column result.note is 'Reason of the latest correction, or a remark.';
