-- Facts that change rarely and belong to no workshop: countries, cities, ISCED, language levels.

create table country (
  alpha2 text collate "C" primary key
    constraint country_alpha2_is_two_letters check (alpha2 ~ '^[A-Z][A-Z]$'),
  alpha3 text collate "C" not null constraint country_alpha3_is_unique unique,
  numeric_code text collate "C" not null,
  name_en text not null,
  name_zh text not null,
  name_ru text not null,
  region text not null,
  subregion text not null,
  time_zones text[] not null default '{}'
);
comment on table country is 'ISO 3166-1 countries, with names in English, Chinese and Russian and UN M49 regions.';
comment on column country.alpha2 is 'ISO 3166-1 alpha-2.';
comment on column country.alpha3 is 'ISO 3166-1 alpha-3.';
comment on column country.numeric_code is 'ISO 3166-1 numeric, three digits.';
comment on column country.name_en is 'English name (CLDR).';
comment on column country.name_zh is 'Chinese name (CLDR).';
comment on column country.name_ru is 'Russian name (CLDR).';
comment on column country.region is 'UN M49 region.';
comment on column country.subregion is 'UN M49 subregion.';
comment on column country.time_zones is 'Its time zones, by zone.tab of the tz database.';

create type sco_status as enum ('member', 'observer', 'dialogue partner', 'partner');
comment on type sco_status is
  'Standing in the Shanghai Cooperation Organization; observer and dialogue partner became partner on 2025-09-01.';

create table country_sco (
  country text collate "C" not null constraint country_sco_is_of_a_known_country references country,
  status sco_status not null,
  since date not null,
  since_about partial_date,
  until date,
  verified boolean not null,
  note text,
  primary key (country, since),
  constraint country_sco_periods_are_in_order check (until > since),
  constraint country_sco_is_one_at_a_time
    exclude using gist (country with =, daterange(since, until) with &&)
);
comment on table country_sco is 'Which standing a country had in the SCO, and when: a status is a fact with dates.';
comment on column country_sco.country is 'The country.';
comment on column country_sco.status is 'Its standing.';
comment on column country_sco.since is 'First day of the standing; January 1 where only the year is known.';
comment on column country_sco.since_about is 'Year or month of it, where the day is not known.';
comment on column country_sco.until is 'First day on which it no longer held.';
comment on column country_sco.verified is 'Whether the year was found in a source, or is general knowledge.';
comment on column country_sco.note is 'What the source says beside it.';

create table city (
  id int generated always as identity primary key,
  country text collate "C" not null constraint city_is_in_a_known_country references country,
  name text not null constraint city_has_a_name check (is_written(name)),
  constraint city_is_once_in_its_country unique (country, name),
  constraint city_key_with_country unique (id, country)
);
comment on table city is 'Places where schools stand, and the sister cities of Tianjin.';
comment on column city.id is 'Key.';
comment on column city.country is 'Country of the city.';
comment on column city.name is 'Name by which it is listed: the English one where that is known.';

create table city_name (
  city_id int not null constraint city_name_is_of_a_city references city on delete cascade,
  language language_tag not null,
  name text not null constraint city_name_is_not_blank check (is_written(name)),
  source text,
  primary key (city_id, language)
);
comment on table city_name is 'What a city is called in other languages, as far as a source says.';
comment on column city_name.city_id is 'The city.';
comment on column city_name.language is 'Language of the name.';
comment on column city_name.name is 'The name.';
comment on column city_name.source is 'Where it is said; empty where somebody of the office has entered it.';

create table sister_city (
  city_id int primary key constraint sister_city_is_a_known_city references city,
  agreed_on partial_date not null,
  relation text not null,
  confidence text not null,
  source text not null,
  note text
);
comment on table sister_city is 'Sister and friendly cities of Tianjin.';
comment on column sister_city.city_id is 'The city.';
comment on column sister_city.agreed_on is 'Date of the agreement, as precisely as known.';
comment on column sister_city.relation is 'Sister city, friendship city, and so on, in the source''s words.';
comment on column sister_city.confidence is 'How sure the fact is: high, medium, low.';
comment on column sister_city.source is 'Where it is said.';
comment on column sister_city.note is 'What should be known beside it.';

create table isced_field (
  code text collate "C" primary key
    constraint isced_field_code_has_two_to_four_digits check (code ~ '^[0-9][0-9][0-9]?[0-9]?$'),
  level text not null constraint isced_field_level_is_known check (level in ('broad', 'narrow', 'detailed')),
  parent_code text collate "C" constraint isced_field_is_below_a_known_one references isced_field,
  title_en text not null
);
create index isced_field_by_parent on isced_field (parent_code);
comment on table isced_field is 'Fields of education and training, ISCED-F 2013 (UNESCO-UIS).';
comment on column isced_field.code is 'Two digits broad, three narrow, four detailed.';
comment on column isced_field.level is 'broad, narrow or detailed.';
comment on column isced_field.parent_code is 'The field above.';

create table isced_level (
  level smallint primary key,
  title_en text not null,
  vocational_code text collate "C",
  vocational_title_en text
);
comment on table isced_level is 'Levels of education, ISCED 2011.';
comment on column isced_level.level is '0 to 8.';
comment on column isced_level.vocational_code is 'Code of the vocational or professional category.';
comment on column isced_level.vocational_title_en is 'Title of that category.';

create table language_framework (
  code text collate "C" primary key
    constraint language_framework_code_is_lower_case check (code ~ '^[a-z0-9][a-z0-9-]*$'),
  name text not null,
  year smallint not null,
  language language_tag
);
comment on table language_framework is
  'Schemes of language levels with their version; three share the name HSK and do not compare.';
comment on column language_framework.code is 'Code, as in hsk2010.';
comment on column language_framework.name is 'Name.';
comment on column language_framework.year is 'Year of the version.';
comment on column language_framework.language is 'The language it measures; empty where any.';

create table language_level (
  framework text collate "C" not null
    constraint language_level_is_of_a_known_framework references language_framework,
  level text collate "C" not null,
  rank smallint not null,
  stage text,
  vocabulary int,
  exam_parts text[] not null,
  max_score smallint,
  pass_score smallint,
  cefr_claimed text,
  cefr_per_fach text,
  confidence text not null,
  source text,
  note text,
  primary key (framework, level),
  constraint language_level_rank_is_once_in_its_framework unique (framework, rank),
  constraint language_level_pass_is_within_its_scale check (pass_score between 0 and max_score),
  constraint language_level_pass_needs_a_scale check ((pass_score is null) = (max_score is null))
);
comment on table language_level is 'Levels of each framework, with the pass rule where one is published.';
comment on column language_level.framework is 'The framework.';
comment on column language_level.level is 'The level as its framework writes it: 4, 7-9, B1, Primary.';
comment on column language_level.rank is 'Order within the framework, 1 the lowest.';
comment on column language_level.stage is 'Stage the level belongs to.';
comment on column language_level.vocabulary is 'Words to be known in all.';
comment on column language_level.exam_parts is 'Parts of the exam.';
comment on column language_level.max_score is 'Most points; empty where no scale is published.';
comment on column language_level.pass_score is 'Points needed to pass; empty where no rule is published.';
comment on column language_level.cefr_claimed is 'CEFR level by the publisher''s claim.';
comment on column language_level.cefr_per_fach is
  'CEFR level by the association of Chinese teachers in German-speaking countries (2010).';
comment on column language_level.confidence is 'How sure the row is: high, medium, low.';
comment on column language_level.source is 'Where it is said.';
comment on column language_level.note is 'What should be known beside it.';

create table word (
  kind text collate "C" not null,
  word text collate "C" not null,
  means text collate "C" not null,
  primary key (kind, word)
);
comment on table word is 'What the words of lists mean, in all languages: of each kind, a word once.';
comment on column word.kind is 'What it is a word for: gender, country, state.';
comment on column word.word is 'The word as it is compared, by fold_word.';
comment on column word.means is 'What it stands for, as Luban writes it.';
