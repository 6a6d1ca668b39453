-- A registrar's file: people who do not exist, spread over the cohorts of the ground; one in ten may have a new phone.
-- psql -v people=N -v seed=N -v changed=true|false
\ir ../../sql/seed/draw/1_people.sql
copy (
  select number, full_name, family_name, given_name, patronymic, latin_name, chinese_name, birth_date, gender, nationality,
    document_kind, document_country, document_number, email,
    case when :changed and p.place % 10 = 0 then '+000 99 0000000' else phone end as phone,
    schooling, language_level, consent_date, c.code as cohort
  from (select *, row_number() over (order by document_number) as place from pg_temp.demo_people(:seed, :people)) p
  join (select code, right(code, 4)::int as place, count(*) over () as cohorts from luban.cohort) c
    on c.place = p.place % c.cohorts
  order by p.place
) to stdout (format csv, header);
