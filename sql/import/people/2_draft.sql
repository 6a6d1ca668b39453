-- Every line once: values read, codes looked up, the rules each breaks by itself.
-- A broken rule is written column:rule; several are joined by commas.
-- "offset 0" keeps each level from being folded into the next, which would compute its values again for every use.
create temp table draft on commit drop as
select line, workshop_id, cohort_id, number, same_number, is_new, full_name, family_name, given_name, patronymic, latin_name, chinese_name,
  luban.fold(full_name) as folded, luban.fold(latin_name) as latin, luban.fold(chinese_name) as chinese,
  -- The same with the given name first, where the line says which is which.
  case when whole_name is null and given_name is not null and family_name < U&'\3400' then given_name || ' ' || family_name end as turned_name,
  birth_on, gender, nationality, document_country, document_kind, document_number,
  email, phone, schooling, entry_framework, entry_rank, consent_on,
  coalesce(applied_on, default_applied_on, today) as applied_on,
  coalesce(enrolled_on, applied_on, default_applied_on, today) as effective_on, coalesce(state, 'enrolled') as state,
  nullif(concat_ws(',',
    case when with_enrollments and cohort_id is null then 'cohort:line_names_a_cohort'
      when workshop_id is null then 'workshop:line_names_a_workshop' end,
    'number:' || luban.number_problem(raw_number),
    case when raw_same is not null then case when not is_new and same_number is null then 'same_as:answer_is_a_number_or_new'
      when same_number <> number or is_new and number is not null then 'same_as:person_is_one' end end,
    case when said_workshop is not null and said_workshop_id is distinct from workshop_id then case when raw_number is null then 'same_as' else 'number' end
      || ':student_number_is_of_the_workshop' end,
    case when luban.name_rule(full_name) is not null or full_name ~ '[0-9#]'
        or whole_name is not null and coalesce(family_name, given_name, patronymic) is not null
      then luban.name_problem(whole_name, array[family_name, given_name, patronymic]) end,
    'latin_name:' || coalesce(luban.name_rule(latin_name),
      case when not luban.is_latin_name(latin_name) then 'student_latin_name_is_latin' end), 'chinese_name:' || luban.name_rule(chinese_name),
    case when birth_on is null and raw_birth is not null then 'birth_date:' || luban.day_problem(raw_birth, dates)
      else coalesce(luban.broken_student(birth_on => birth_on),
        case when birth_on > today then 'birth_date:fact_is_of_today_or_earlier' end) end,
    case when consent_on is null and raw_consent is not null then 'consent_date:' || luban.day_problem(raw_consent, dates)
      when luban.broken_student(birth_on => birth_on) is null then coalesce(
        luban.broken_student(birth_on => birth_on, consent_on => consent_on),
        case when consent_on > today then 'consent_date:fact_is_of_today_or_earlier' end) end,
    case when applied_on is null and raw_applied is not null then 'applied_on:' || luban.day_problem(raw_applied, dates)
      when with_enrollments and coalesce(applied_on, default_applied_on) > today then 'applied_on:fact_is_of_today_or_earlier' end,
    case when enrolled_on is null and raw_enrolled is not null then 'enrolled_on:' || luban.day_problem(raw_enrolled, dates)
      else coalesce(luban.broken_enrollment(
          state_on => enrolled_on, applied_on => coalesce(applied_on, default_applied_on, today), state => 'enrolled'),
        case when with_enrollments and enrolled_on > today then 'enrolled_on:fact_is_of_today_or_earlier' end) end,
    case when gender is null and raw_gender is not null then 'gender:gender_is_a_word' end,
    case when nationality is null and raw_nationality is not null then 'nationality:student_nationality_is_known' end,
    case when document_number is null then null
      when raw_document_kind is null and luban.is_count(document_number) then 'document_number:number_is_not_a_count'
      when luban.is_document_number(document_number) then null
      when luban.is_damaged(document_number) then 'document_number:value_is_not_damaged_by_excel'
      else 'document_number:student_document_number_is_letters_and_digits' end,
    case when document_number is null or document_country is not null then null
      when raw_country is not null then 'document_country:student_nationality_is_known'
      when raw_nationality is null then 'document_country:student_document_is_whole' end,
    case when document_number is not null and document_kind is null then 'document_kind:document_kind_is_a_word' end,
    luban.broken_student(email => email),
    case when not luban.is_phone(phone) then case when luban.is_damaged(phone)
      then 'phone:value_is_not_damaged_by_excel' else 'phone:student_phone_is_a_number' end end,
    case when schooling is null and raw_schooling is not null then 'schooling:schooling_is_a_level' end,
    case when entry_rank is null and raw_level is not null then 'language_level:student_entry_level_is_known' end,
    case when state is null and raw_state is not null then 'state:state_is_a_beginning' end
  ), '') as problems
from (
  select s.*, run.with_enrollments, run.dates, run.day as default_applied_on,
    c.id as cohort_id, l.framework as entry_framework, l.rank as entry_rank,
    coalesce(c.workshop_id, w.id, case when s.raw_workshop is null then coalesce(said.id, run.workshop_id) end) as workshop_id,
    said.id as said_workshop_id,
    luban.composed_name(s.whole_name, s.family_name, s.given_name, s.patronymic) as full_name
  from run
  cross join lateral (
    select line, workshop as raw_workshop, luban.plain_code(cohort) as cohort_code, number as raw_number, birth_date as raw_birth,
      consent_date as raw_consent, applied_on as raw_applied, enrolled_on as raw_enrolled,
      gender as raw_gender, nationality as raw_nationality,
      document_country as raw_country, coalesce(document_kind, run.params ->> 'document_kind') as raw_document_kind,
      schooling as raw_schooling, language_level as raw_level, state as raw_state,
      luban.read_student_number(number) as number, luban.number_workshop(coalesce(number, same_as)) as said_workshop,
      same_as as raw_same, luban.read_student_number(same_as) as same_number, same_as_said.means is not null as is_new,
      luban.without_role(luban.without_list_number(luban.composed(full_name))) as whole_name,
      luban.without_list_number(luban.composed(family_name)) as family_name,
      luban.composed(given_name) as given_name,
      luban.composed(patronymic) as patronymic,
      luban.composed(latin_name) as latin_name, luban.without_blanks_in_han(luban.composed(chinese_name)) as chinese_name,
      luban.read_day(birth_date, run.dates)::date as birth_on,
      luban.read_day(consent_date, run.dates)::date as consent_on,
      luban.read_day(applied_on, run.dates)::date as applied_on,
      luban.read_day(enrolled_on, run.dates)::date as enrolled_on,
      gender_said.means::gender as gender, nationality_said.means as nationality,
      case when document_number is null then null when document_country is null then nationality_said.means
        else country_said.means end as document_country,
      case when document_number is null then null when document_kind is null then coalesce(run.params ->> 'document_kind', 'passport')::document_kind
        else document_said.means::document_kind end as document_kind,
      luban.plain_document(document_number) as document_number,
      email, phone, schooling_said.means::smallint as schooling,
      state_said.means::enrollment_state as state, level_said.means as level
    from stage
    left join said same_as_said on (same_as_said.kind, same_as_said.raw) = ('answer', same_as)
    left join said gender_said on (gender_said.kind, gender_said.raw) = ('gender', gender)
    left join said nationality_said on (nationality_said.kind, nationality_said.raw) = ('country', nationality)
    left join said country_said on (country_said.kind, country_said.raw) = ('country', document_country)
    left join said document_said on (document_said.kind, document_said.raw) = ('document', document_kind)
    left join said schooling_said on (schooling_said.kind, schooling_said.raw) = ('schooling', schooling)
    left join said state_said on (state_said.kind, state_said.raw) = ('state', state)
    left join said level_said on (level_said.kind, level_said.raw) = ('language_level', language_level)
    where fault is null
    offset 0) s
  left join cohort c on run.with_enrollments and c.code = coalesce(s.cohort_code, run.cohort_code)
    and (run.workshop_id is null or c.workshop_id = run.workshop_id)
  left join workshop w on w.code = luban.plain_code(s.raw_workshop)
  left join workshop said on said.code = s.said_workshop
  left join language_level l on l.framework || ':' || l.level = s.level
  offset 0) read
left join (select workshop_id as today_at, day as today from workshop_today) t on t.today_at = read.workshop_id;
