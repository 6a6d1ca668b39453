-- What the bulk import reads values with.

create or replace function shown_batch(number bigint) returns text
language sql immutable strict parallel safe as $$
  select 'B-' || lpad(number::text, greatest(6, length(number::text)), '0')
$$;
comment on function shown_batch is 'The number of an import as people see it: B-000123.';

create or replace function is_damaged(value text) returns boolean
language sql immutable parallel safe as $$
  -- All of it begins with # or a digit, which sort before any letter: most values need no closer look.
  select value collate "C" < ':' and (value ~ '^#([^#0-9[:space:]][^#[:space:]]*|#+)$'
    or value ~ '^[0-9]+([.,][0-9]+)?[eE][+-][0-9]+$')
$$;
comment on function is_damaged is 'Whether a text is what Excel leaves of a value, in any language: #N/A, #ЗНАЧ!, ####, 1.23E+11.';

create or replace function name_rule(value text) returns text
language sql immutable parallel safe as $$
  select case when value is null then null when luban.is_damaged(value) then 'value_is_not_damaged_by_excel'
    when not luban.is_person_name(value) then 'person_name_is_clean'
    when luban.has_lost_letters(value) then 'person_name_is_whole'
    when not luban.has_letters(value) then 'person_name_has_letters'
    when luban.is_garbled(value) then 'person_name_is_not_garbled' end
$$;
comment on function name_rule is 'The rule that a text breaks which is no name.';

create or replace function name_problem(whole text, parts text[]) returns text
language sql immutable parallel safe as $$
  select coalesce(nullif(concat_ws(',', 'full_name:' || luban.name_rule(whole),
    (select string_agg(p.name || ':' || luban.name_rule(p.value), ',' order by p.nth)
      from unnest(array['family_name', 'given_name', 'patronymic'], parts) with ordinality p (name, value, nth))), ''),
    -- Each is clean, but together they are too long.
    case when whole is null and not luban.is_person_name(luban.composed_name(null, parts[1], parts[2], parts[3]))
      then 'family_name:person_name_is_clean' end)
$$;
comment on function name_problem is 'What is wrong with a name or its parts, each as column:rule.';

create or replace function without_list_number(value text) returns text
language sql immutable parallel safe as $$
  select case when value collate "C" < ':' then regexp_replace(value, '^[0-9]{1,4}[.)] *', '') else value end
$$;
comment on function without_list_number is 'A name without the number it has in its list: 1. Саидов is Саидов.';

create or replace function fold_word(value text) returns text
language sql immutable parallel safe as $$
  select luban.skeleton(btrim(regexp_replace(luban.fold(normalize(value, nfkc)), '(?<=[^\s_-])[\s_-]+(?=[^\s_-])', ' ', 'g'),
    ' .,:;!?()"«»“”。，：；'))
$$;
comment on function fold_word is
  'A word of a list as it is compared: no case, width, accents, punctuation; letters that look alike are one.';

create or replace function meaning(in_kind text, value text) returns text
language sql stable parallel safe as $$
  select means from luban.word where (kind, word) = (in_kind, luban.fold_word(value))
$$;
comment on function meaning is 'What a word of a kind means, or nothing. A file asks once for each word it holds: see the table said.';

create or replace function read_country(value text) returns text
language sql stable parallel safe as $$
  select coalesce(luban.meaning('country', value), upper(value))
$$;
comment on function read_country is 'The two letters of a country that is named by two or three letters or by a name; else what stands there, in capitals.';

create or replace function without_role(value text) returns text
language plpgsql stable parallel safe as $$
declare
  parts text[];
begin
  -- Hardly any name has one of these signs: the rest is not looked at.
  if value collate "C" !~ '[(（,，;/–—-]' then
    return value;
  end if;
  parts := regexp_match(value, '^(.*[^ ,，;(（/–—-]) *(?: - | -|- |[,，;(（/–—]) *([^(),，;/–—（）]+?)[)）]?$');
  return case when luban.meaning('role', parts[2]) is not null then parts[1] else value end;
end $$;
comment on function without_role is 'A name without the role that a list has appended: Юсупов Жасур - староста is Юсупов Жасур.';

create or replace function is_patronymic(word text) returns boolean
language sql immutable parallel safe as $$
  select lower(word collate "und-x-icu") collate "C"
    ~ '(ович|евич|ьич|лич|мич|тич|кич|овна|евна|ична|инична|ұлы|улы|қызы|кызы|ovich|evich|ovna|evna|ichna)$'
$$;
comment on function is_patronymic is 'Whether a word is a patronymic by its ending, as -ович, -овна, -ұлы, -қызы.';

create or replace function is_child_of(word text) returns boolean
language sql immutable parallel safe as $$
  select translate(lower(word collate "und-x-icu"), 'ʻʼ''’`‘', '') collate "C"
    in ('ogli', 'ugli', 'oglu', 'ogly', 'oglı', 'qizi', 'kizi', 'kyzy', 'qyzy', 'ўғли', 'угли', 'оглы', 'оғлы', 'оғли', 'огли', 'ұлы', 'улы', 'уулу',
      'қизи', 'кизи', 'кызы', 'қызы')
$$;
comment on function is_child_of is 'Whether a word says whose son or daughter somebody is: o‘g‘li, қизи, уулу.';

-- In plpgsql: most names are told by the first look.
create or replace function split_name(whole text) returns text[]
language plpgsql immutable parallel safe as $$
declare
  words text[];
  n int;
  capitals int;
begin
  if whole ~ '[.()/;0-9]' then
    return null;
  end if;
  if whole collate "C" >= U&'\3400' then
    if whole !~ '^[\u3400-\u9fff]{2,4}$' then
      return null;
    end if;
    if left(whole, 2) = any ('{欧阳,司马,上官,诸葛,司徒,东方,皇甫,尉迟,公孙,慕容,令狐,宇文,长孙,夏侯,轩辕,端木,南宫,独孤,百里,呼延,东郭,西门,拓跋,完颜,歐陽,諸葛}')
      then return case when length(whole) > 2 then array[left(whole, 2), substr(whole, 3), null] end;
    end if;
    return case when length(whole) < 4 and strpos('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵张張陳劉楊趙黃吳孫馬羅鄭謝韓馮蕭許蘇盧蔣賈葉閻餘鐘範譚鄒陸顧龍萬錢湯賀賴龔龐蘭顏嚴溫蘆魯韋畢聶叢齊莊時關費紀項陽衛鮑單寧閔', left(whole, 1)) > 0
      then array[left(whole, 1), substr(whole, 2), null] end;
  end if;
  if strpos(whole, ',') > 0 then
    words := regexp_match(whole, '^([^,]+[^, ]) *, *([^, ][^,]*)$');
    if words is null then
      return null;
    end if;
    n := strpos(words[2], ' ');
    return case when n > 0 and luban.is_patronymic(substr(words[2], n + 1))
      then array[words[1], left(words[2], n - 1), substr(words[2], n + 1)] else array[words[1], words[2], null] end;
  end if;
  words := string_to_array(whole, ' ');
  n := cardinality(words);
  if n = 4 and luban.is_child_of(words[4]) then
    return array[words[1], words[2], words[3] || ' ' || words[4]];
  elsif n = 3 and luban.is_patronymic(words[3]) and not luban.is_patronymic(words[2]) and not luban.is_child_of(words[3]) then
    return words;
  elsif n = 3 and luban.is_patronymic(words[2]) and not luban.is_patronymic(words[3]) and not luban.is_child_of(words[3]) then
    return array[words[3], words[1], words[2]];
  end if;
  if n < 2 or upper(whole collate "und-x-icu") = whole or lower(whole collate "und-x-icu") = whole then
    return null;
  end if;
  -- The family name in capitals, the given names not.
  capitals := (select count(*) from unnest(words) w
    where length(w) > 1 and upper(w collate "und-x-icu") = w and lower(w collate "und-x-icu") <> w);
  if capitals = 0 or capitals = n then
    return null;
  end if;
  if (select bool_and(upper(w collate "und-x-icu") = w) from unnest(words[:capitals]) w) then
    return array[array_to_string(words[:capitals], ' '), array_to_string(words[capitals + 1:], ' '), null];
  elsif (select bool_and(upper(w collate "und-x-icu") = w) from unnest(words[n - capitals + 1:]) w) then
    return array[array_to_string(words[n - capitals + 1:], ' '), array_to_string(words[:n - capitals], ' '), null];
  end if;
  return null;
end $$;
comment on function split_name is 'A whole name parted by the rule of its script, whether its parts are names or not.';

create or replace function name_parts(whole text) returns text[]
language plpgsql immutable parallel safe as $$
declare
  parts constant text[] := luban.split_name(whole);
begin
  return case when coalesce(luban.name_rule(parts[1]), luban.name_rule(parts[2]), luban.name_rule(parts[3])) is null then parts end;
end $$;
comment on function name_parts is
  'Family name, given name and patronymic of a whole name where the rule of its script is sure; nothing where it is not.';

create or replace function composed_name(full_name text, family text, given text, patronymic text) returns text
language sql immutable parallel safe as $$
  select coalesce(full_name, case
    when family is null and given is null then null
    -- Whatever sorts below the first Han needs no look at each of its characters.
    when family collate "C" >= U&'\3400' and family ~ '^[\u3400-\u9fff\U00020000-\U0003ffff]+$'
      then family || coalesce(given, '')
    when family is null then given || coalesce(' ' || patronymic, '')
    else family || coalesce(' ' || given, '') || coalesce(' ' || patronymic, '') end)
$$;
comment on function composed_name is 'The whole name: as given, else of its parts, family name first, Han without a blank.';

create or replace function composed(value text) returns text
language sql immutable parallel safe as $$
  select case when strpos(value, '  ') > 0 then regexp_replace(normalize(value, nfc), ' +', ' ', 'g')
    when value is nfc normalized then value else normalize(value, nfc) end
$$;
comment on function composed is 'A text in NFC, its words one blank apart.';

create or replace function read_time(value text) returns time
language sql immutable parallel safe as $$
  select case when value ~ '^([01]?[0-9]|2[0-3])[:.-][0-5][0-9]([:.]00)?$' then translate(value, '.-', '::')::time end
$$;
comment on function read_time is 'The time of day a text stands for, as in 9:00, 09.00 or 09:00:00, or nothing.';

create or replace function read_hours(value text) returns numeric
language sql immutable parallel safe as $$
  select case when value ~ '^[0-9]{1,6}([.,][0-9]{1,4})?$' then replace(value, ',', '.')::numeric end
$$;
comment on function read_hours is 'Hours as people write them, with a comma or a dot; nothing for what is no number.';

insert into import_noun (noun, holds) values
  ('changes', 'Changes of enrollments, a line a change.'),
  ('people', 'People, a line a person.'),
  ('enrollments', 'Enrollments of people known already, a line an enrollment.'),
  ('people_with_enrollments', 'Enrollments of people, new ones or known, a line an enrollment.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out) values
  ('line_is_no_total', 'A line of a list is none of its totals.', 'This line counts the others: take it out, or use --skip-invalid.'),
  ('line_is_no_signature', 'A line of a list is no signature or remark below it.', 'This line tells of nobody: take it out, or use --skip-invalid.'),
  ('line_is_no_second_header', 'The header of a list stands once, above its lines.', 'This line names or numbers the columns again: take it out, or use --skip-invalid.'),
  ('line_is_of_a_person', 'A line of a list is of a person, not a total or a placeholder.', 'Take the line out of the file, or write the name.'),
  ('change_leads_to_a_state', 'A line names the state an enrollment is moved to.', 'Write completed, withdrawn, dismissed, suspended, enrolled, admitted, rejected, declined or returned, or give --to.'),
  ('return_names_a_cohort', 'A line names another cohort only where a student returns into it.', 'Write returned as the state, or leave to_cohort out; luban enrollment transfer transfers.'),
  ('import_noun_is_known', 'What a file holds is known to Luban.', 'Leave the noun to Luban.'),
  ('import_is_of_a_workshop', 'An import is of a workshop that is known.', 'Leave the imports to Luban.'),
  ('import_number_is_unique', 'Each import has a number of its own.', 'Leave the numbers to Luban.'),
  ('import_counter_has_one_row', 'The imports are counted in one row.', 'Leave the counter to Luban.'),
  ('cell_stands_below_a_header', 'Every cell with a value stands in a column that has a name.', 'Name the column in the header, or clear the cell.'),
  ('cell_is_whole', 'A cell has all its characters: no NUL, no broken bytes, no sign U+FFFD where a program lost one.', 'Write the cell as it was meant, or send the file as it was first saved; another encoding is named with --encoding.'),
  ('line_has_all_columns', 'Every line has as many fields as the header.', 'Look for a missing or unquoted delimiter in the line.'),
  ('line_is_quoted_right', 'A quoted field ends with its closing quote.', 'Double a quote inside a field, and quote the whole field.'),
  ('line_names_a_workshop', 'Every line belongs to a workshop that is known.', 'Give --workshop, or a cohort.'),
  ('line_names_a_cohort', 'Every line of an enrollment names a cohort that is known.', 'Check the code with luban cohort list, or give --cohort.'),
  ('line_names_a_person', 'A line has a name, a student number or an identity document.', 'Fill one of these columns.'),
  ('line_names_a_known_student', 'A line names a student who is known to the workshop.', 'Find the student with luban student find; give number or identity document where the name is written differently.'),
  ('line_names_one_student', 'A line names one student only.', 'Give the student number, the identity document, the cohort or the birth date.'),
  ('line_names_one_enrollment', 'A line leads to one enrollment of the student.', 'Name the cohort in which the student is enrolled: luban student show lists them.'),
  ('person_is_known_to_the_workshop', 'The person is known to the workshop.', 'Check number and document, or leave out --no-new-people.'),
  ('person_has_a_birth_date', 'A new person has a birth date.', 'Fill the column birth_date.'),
  ('person_has_a_nationality', 'A new person has a nationality.', 'Fill the column nationality.'),
  ('gender_is_a_word', 'Gender is female, male or other.', 'Write f, m or o, ж or м, 女 or 男.'),
  ('document_kind_is_a_word', 'A kind of document is passport, national_id, birth_certificate, residence_permit or student_card.', 'Write one of these.'),
  ('schooling_is_a_level', 'Schooling is a level of ISCED 2011, 0 to 8.', 'Write 3 for upper secondary, 6 for a bachelor.'),
  ('state_is_a_beginning', 'An enrollment begins applied, admitted, waitlisted or enrolled.', 'Write one of these, or leave it empty for enrolled.'),
  ('value_is_not_damaged_by_excel', 'A value is as it was typed, not as Excel damaged it (serial numbers, 1.23E+11, ####).', 'Format the column as text in Excel and save again.');
