-- Countries, sister cities, ISCED, language levels, holidays, grading scales: from seed/reference, read into the tables seed_*.
-- Time zones are those of zone.tab of the tz database 2025b (Debian's package tzdata).
-- MERGE, not ON CONFLICT: that would draw identity values and fire insert triggers for rows that stay.

merge into country c
using seed_countries s on c.alpha2 = s.alpha2
when not matched then
  insert (alpha2, alpha3, numeric_code, name_en, name_zh, name_ru, region, subregion, time_zones)
  values (s.alpha2, s.alpha3, s."numeric", s.name_en, s.name_zh, s.name_ru,
    coalesce(s.region, ''), coalesce(s.subregion, ''), coalesce(string_to_array(s.time_zones, ' '), '{}'))
when matched and (c.alpha3, c.numeric_code, c.name_en, c.name_zh, c.name_ru, c.region, c.subregion, c.time_zones)
  is distinct from (s.alpha3, s."numeric", s.name_en, s.name_zh, s.name_ru,
    coalesce(s.region, ''), coalesce(s.subregion, ''), coalesce(string_to_array(s.time_zones, ' '), '{}')) then
  update set alpha3 = s.alpha3, numeric_code = s."numeric", name_en = s.name_en, name_zh = s.name_zh,
    name_ru = s.name_ru, region = coalesce(s.region, ''), subregion = coalesce(s.subregion, ''),
    time_zones = coalesce(string_to_array(s.time_zones, ' '), '{}');

-- The summit of 2025-09-01 made partners of observers and dialogue partners: these have two standings, one
-- after the other. What was verified or noted is the year of the earlier one; the date of the summit is sure.
-- A date known to the year or the month counts from its first day.
merge into country_sco c
using (
  select alpha2 as country, sco_status::sco_status as status, left(sco_since || '-01-01', 10)::date as since,
    case when length(sco_since) < 10 then sco_since end as since_about, null::date as until, sco_before is not null or sco_verified = 'yes' as verified,
    case when sco_before is null then sco_note end as note
  from seed_countries
  where sco_status is not null
  union all
  select alpha2, sco_before::sco_status, left(sco_before_since || '-01-01', 10)::date,
    case when length(sco_before_since) < 10 then sco_before_since end, left(sco_since || '-01-01', 10)::date, sco_verified = 'yes', sco_note
  from seed_countries
  where sco_before is not null
) s on (c.country, c.status) = (s.country, s.status)
when not matched then
  insert (country, status, since, since_about, until, verified, note)
  values (s.country, s.status, s.since, s.since_about, s.until, s.verified, s.note)
when matched and (c.since, c.since_about, c.until, c.verified, c.note)
  is distinct from (s.since, s.since_about, s.until, s.verified, s.note) then
  update set since = s.since, since_about = s.since_about, until = s.until, verified = s.verified, note = s.note;

-- A city that the office has renamed, or merged into another, is there by its former name.
insert into city (country, name)
select country, name_en from seed_sister_cities s where not exists (select from cities_called(s.country, s.name_en))
union
select country, city from seed_city_names s where not exists (select from cities_called(s.country, s.city));

-- What the office calls a city stays; the source of a sister city has its Chinese name where no other does.
insert into city_name (city_id, language, name, source)
select distinct on (c.id, s.language) c.id, s.language, s.name, s.source
from (
  select 1 as nth, country, city, language, name, source from seed_city_names
  union all
  select 2, country, name_en, 'zh', name_zh, source from seed_sister_cities where name_zh is not null) s
cross join lateral cities_called(s.country, s.city) c (id)
order by c.id, s.language, s.nth
on conflict (city_id, language) do nothing;

merge into sister_city c
using (
  select city.id as city_id, s.agreed_on, s.relation, s.confidence, s.source, s.note
  from seed_sister_cities s
  cross join lateral cities_called(s.country, s.name_en) city (id)
) s on c.city_id = s.city_id
when not matched then
  insert (city_id, agreed_on, relation, confidence, source, note)
  values (s.city_id, s.agreed_on, s.relation, s.confidence, s.source, s.note)
when matched and (c.agreed_on, c.relation, c.confidence, c.source, c.note)
  is distinct from (s.agreed_on, s.relation, s.confidence, s.source, s.note) then
  update set agreed_on = s.agreed_on, relation = s.relation, confidence = s.confidence, source = s.source,
    note = s.note;

merge into isced_field c
using seed_isced_fields s on c.code = s.code
when not matched then
  insert (code, level, parent_code, title_en) values (s.code, s.level, s.parent_code, s.title_en)
when matched and (c.level, c.parent_code, c.title_en)
  is distinct from (s.level, s.parent_code, s.title_en) then
  update set level = s.level, parent_code = s.parent_code, title_en = s.title_en;

merge into isced_level c
using seed_isced_levels s on c.level = s.level::smallint
when not matched then
  insert (level, title_en, vocational_code, vocational_title_en)
  values (s.level::smallint, s.title_en, s.vocational_code, s.vocational_title_en)
when matched and (c.title_en, c.vocational_code, c.vocational_title_en)
  is distinct from (s.title_en, s.vocational_code, s.vocational_title_en) then
  update set title_en = s.title_en, vocational_code = s.vocational_code,
    vocational_title_en = s.vocational_title_en;

merge into language_framework c
using seed_language_frameworks s on c.code = s.code
when not matched then
  insert (code, name, year, language) values (s.code, s.name, s.year::smallint, s.language)
when matched and (c.name, c.year, c.language)
  is distinct from (s.name, s.year::smallint, s.language::language_tag) then
  update set name = s.name, year = s.year::smallint, language = s.language;

merge into language_level c
using (
  select framework, level, rank::smallint, stage, vocabulary::int,
    coalesce(string_to_array(exam_parts, ';'), '{}') as exam_parts, max_score::smallint, pass_score::smallint,
    cefr_claimed, cefr_per_fach, confidence, source, note
  from seed_language_levels
) s on (c.framework, c.level) = (s.framework, s.level)
when not matched then
  insert (framework, level, rank, stage, vocabulary, exam_parts, max_score, pass_score, cefr_claimed,
    cefr_per_fach, confidence, source, note)
  values (s.framework, s.level, s.rank, s.stage, s.vocabulary, s.exam_parts, s.max_score, s.pass_score,
    s.cefr_claimed, s.cefr_per_fach, s.confidence, s.source, s.note)
when matched and (c.rank, c.stage, c.vocabulary, c.exam_parts, c.max_score, c.pass_score, c.cefr_claimed,
    c.cefr_per_fach, c.confidence, c.source, c.note)
  is distinct from (s.rank, s.stage, s.vocabulary, s.exam_parts, s.max_score, s.pass_score, s.cefr_claimed,
    s.cefr_per_fach, s.confidence, s.source, s.note) then
  update set rank = s.rank, stage = s.stage, vocabulary = s.vocabulary, exam_parts = s.exam_parts,
    max_score = s.max_score, pass_score = s.pass_score, cefr_claimed = s.cefr_claimed,
    cefr_per_fach = s.cefr_per_fach, confidence = s.confidence, source = s.source, note = s.note;

merge into holiday c
using (select country, day::date, name, source from seed_holidays) s on (c.country, c.day) = (s.country, s.day)
when not matched then
  insert (country, day, name, source) values (s.country, s.day, s.name, s.source)
when matched and (c.name, c.source) is distinct from (s.name, s.source) then
  update set name = s.name, source = s.source;

merge into grading_scale c
using (
  select code, name, kind::scale_kind, lowest::numeric, highest::numeric, step::numeric, pass_from::numeric,
    has_average = 'yes' as has_average, source
  from seed_grading_scales
) s on c.code = s.code
when not matched then
  insert (code, name, kind, lowest, highest, step, pass_from, has_average, source)
  values (s.code, s.name, s.kind, s.lowest, s.highest, s.step, s.pass_from, s.has_average, s.source)
when matched and (c.name, c.source) is distinct from (s.name, s.source) then
  update set name = s.name, source = s.source;

merge into grading_mark c
using (
  select scale, mark, value::numeric, passes = 'yes' as passes, coalesce(string_to_array(aliases, ';'), '{}') as aliases
  from seed_grading_marks
) s on (c.scale, c.mark) = (s.scale, s.mark)
when not matched then
  insert (scale, mark, value, passes, aliases) values (s.scale, s.mark, s.value, s.passes, s.aliases)
when matched and c.aliases is distinct from s.aliases then
  update set aliases = s.aliases;

-- Words of lists. A word means one thing among those of its kind: what is written here by hand comes before codes and names,
-- these before names that are generated; what means two things means nothing, and is asked about.
merge into word c
using (
  select kind, word, min(means) as means
  from (select *, rank() over (partition by kind, word order by source) as nth from (
    select 1 as source, s.kind, luban.fold_word(w) as word, s.means
    from seed_words s cross join lateral unnest(s.means || string_to_array(s.words, ';')) w
    union all
    select 2, 'country', luban.fold_word(w), alpha2
    from seed_countries cross join lateral unnest(array[alpha2, alpha3, name_en, name_zh, name_ru]) w
    union all
    select 3, 'country', luban.fold_word(name), country from seed_country_names
    union all
    select 1, 'language_level', luban.fold_word(framework || ':' || level), framework || ':' || level from seed_language_levels) said) first
  where nth = 1 group by kind, word having count(distinct means) = 1
) s on (c.kind, c.word) = (s.kind, s.word)
when not matched then
  insert (kind, word, means) values (s.kind, s.word, s.means)
when matched and c.means <> s.means then
  update set means = s.means;
