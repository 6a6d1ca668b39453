-- Files of any noun: what they hold is a row, what they bring is counted for all of them. Revisions by time.

create table import_noun (
  noun text collate "C" primary key,
  holds text not null
);
comment on table import_noun is 'What files may hold that are imported.';
comment on column import_noun.noun is 'Name, as luban import template takes it.';
comment on column import_noun.holds is 'What it is, and what a line stands for.';

-- Their words are written with the code.
insert into import_noun (noun, holds) select distinct noun, noun from import_batch;

alter table import_batch drop constraint import_noun_is_known;
alter table import_batch alter column noun type text collate "C";
alter table import_batch add constraint import_noun_is_known foreign key (noun) references import_noun;
create index import_batch_by_noun on import_batch (noun);

alter table import_batch
  alter column people_created set default 0, alter column people_changed set default 0,
  alter column enrollments_created set default 0,
  add column records_created int not null default 0, add column records_changed int not null default 0;
comment on column import_batch.people_created is 'Persons entered, by files with people.';
comment on column import_batch.people_changed is 'Persons changed, by files with people.';
comment on column import_batch.enrollments_created is 'Enrollments made, by files with people.';
comment on column import_batch.records_created is 'Records made, by files of other nouns.';
comment on column import_batch.records_changed is 'Records changed, by files of other nouns.';
comment on column import_batch.unchanged is 'Lines that changed nothing; of files of other nouns records known already.';

-- What was replaced after a time, for what was known then: few rows, where the time is near.
create index revision_by_time on revision (table_name, replaced_at);
comment on table revision is
  'Rows as they were before they were changed or removed: what was known at an earlier time, and what an undo of an import needs.';
comment on column revision.before is 'The whole row before.';

-- What keeps them is the same for every table now: sql/code/001_history.sql.
drop function if exists student_keeps_revisions() cascade;
