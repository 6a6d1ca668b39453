-- Reference data from seed/reference, read into the tables seed_*. Run again it changes nothing.

insert into country (alpha2, alpha3, numeric_code, name_en, name_zh, name_ru, region, subregion)
select alpha2, alpha3, "numeric", name_en, name_zh, name_ru, coalesce(m49_region_en, ''), coalesce(m49_subregion_en, '')
from seed_countries
on conflict (alpha2) do update set name_en = excluded.name_en, name_zh = excluded.name_zh, name_ru = excluded.name_ru,
  region = excluded.region, subregion = excluded.subregion
where (country.name_en, country.name_zh, country.name_ru, country.region, country.subregion)
  is distinct from (excluded.name_en, excluded.name_zh, excluded.name_ru, excluded.region, excluded.subregion);

-- Two standings where a country had another one before the summit of 2025 (or, of a member, before it joined).
insert into country_sco (country, status, since, until, verified, note)
select alpha2, status::sco_status, since, until, verified, note
from (
  select alpha2, sco_status as status,
    case when sco_status = 'partner' and sco_status_before_2025_09_01 is not null then date '2025-09-01'
      else make_date(sco_status_since::int, 1, 1) end as since,
    null::date as until, sco_year_verified = 'yes' as verified, sco_note as note
  from seed_countries where sco_status is not null
  union all
  select alpha2, sco_status_before_2025_09_01, make_date(sco_status_before_since::int, 1, 1),
    case when sco_status = 'partner' then date '2025-09-01' else make_date(sco_status_since::int, 1, 1) end,
    sco_year_verified = 'yes', sco_note
  from seed_countries
  where sco_status_before_2025_09_01 is not null and sco_status_before_since is not null
    and sco_status_before_2025_09_01 <> sco_status
) standing
where since is not null and (until is null or since < until)
on conflict (country, since) do nothing;

insert into city (country, name_en, name_zh)
select country_alpha2, city_en, city_zh from seed_sister_cities
on conflict (country, name_en) do nothing;

insert into sister_city (city_id, agreed_on, relation, confidence, source, note)
select c.id, s.agreement_date, s.relation, s.confidence, s.source, s.note
from seed_sister_cities s join city c on (c.country, c.name_en) = (s.country_alpha2, s.city_en)
on conflict (city_id) do nothing;

insert into isced_field (code, level, parent_code, title_en)
select code, level, parent_code, title_en from seed_isced_fields order by length(code), code
on conflict (code) do nothing;

insert into isced_level (level, title_en, vocational_code, vocational_title_en)
select level::smallint, title_en, vocational_category_code, vocational_category_title_en from seed_isced_levels
on conflict (level) do nothing;

insert into language_framework (code, name, year, language)
select distinct on (code) code, scheme, scheme_year::smallint, case when code <> 'cefr' then 'zh' end
from (
  select *, case scheme when 'HSK 2.0 (2010)' then 'hsk2010' when 'GF0025-2021' then 'gf0025-2021'
    when 'HSK 3.0 syllabus (2025)' then 'hsk2025' else lower(scheme) end as code
  from seed_language_levels
) level
order by code
on conflict (code) do nothing;

insert into language_level (framework, level, rank, stage, vocabulary, exam_parts, max_score, pass_score, cefr_claimed,
  cefr_per_fach, confidence, source, note)
select f.code, s.level, s.level_order::smallint, s.stage, s.vocabulary_cumulative::int,
  coalesce(string_to_array(s.exam_parts, ';'), '{}'), s.max_score::smallint, s.pass_score::smallint,
  s.cefr_claimed_by_publisher, s.cefr_per_fach_2010, s.confidence, s.source, s.note
from seed_language_levels s join language_framework f on f.name = s.scheme
on conflict (framework, level) do nothing;
