-- What the options mean for people.
alter table run add column with_enrollments boolean, add column may_create boolean;
update run set with_enrollments = noun <> 'people', may_create = noun <> 'enrollments';

-- Words that name a country or a language level, for this import only.
create temp table country_word on commit drop as
select distinct on (word) word collate "C" as word, alpha2
from country c
cross join lateral unnest(array[alpha2, alpha3, luban.fold(name_en), luban.fold(name_zh), luban.fold(name_ru)]) word
order by word, alpha2;

create temp table level_word on commit drop as
select lower(framework || ':' || level) collate "C" as word, framework, rank from language_level;

analyze country_word;
analyze level_word;
