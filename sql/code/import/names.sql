-- What is a name, and which parts a whole one has.

create or replace function has_markup(value text) returns boolean
language sql immutable parallel safe as $$
  select value collate "C" ~ '&(#[0-9]+|[a-zA-Z]+);|\\u[0-9a-fA-F]{4}|<[a-zA-Z/]'
$$;
comment on function has_markup is 'Whether a name of a file has signs of HTML or JSON in place of letters: &nbsp;, \u041a.';

create or replace function name_rule(value text) returns text
language sql immutable parallel safe as $$
  select case when value is null then null when luban.is_damaged(value) then 'value_is_not_damaged_by_excel'
    when not luban.is_person_name(value) then 'person_name_is_clean'
    when luban.has_lost_letters(value) then 'person_name_is_whole'
    when not luban.has_letters(value) then 'person_name_has_letters'
    when luban.is_garbled(value) or luban.has_markup(value) then 'person_name_is_not_garbled' end
$$;
comment on function name_rule is 'The rule that a text breaks which is no name.';

create or replace function kept_name_rule(value text) returns text
language sql immutable parallel safe as $$
  select coalesce(luban.name_rule(value), case when luban.is_of_two_scripts(value) then 'person_name_is_of_one_script' end)
$$;
comment on function kept_name_rule is
  'The rule that a text breaks which is not to be kept as a name: with letters of another script it may still say who is meant.';

create or replace function names_at_fault(in_rule text, in_given text[]) returns jsonb
language sql stable as $$
  select case detail when '[{letters}]' then jsonb_build_object('letters', (
      select string_agg(distinct luban.strange_letters(given), ', ') from unnest(in_given) given))
    when '[{name}]' then jsonb_build_object('name', (
      select string_agg(distinct given, ', ') from unnest(in_given) given where luban.name_rule(given) = in_rule)) end
  from luban.rule where name = in_rule
$$;
comment on function names_at_fault is
  'Which of the texts that a statement was given break a rule about names, as the values of its detail: a check tells none.';

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

create or replace function without_role(value text) returns text
language plpgsql stable parallel safe as $$
declare
  parts text[];
begin
  -- Hardly any name has one of these signs: the rest is not looked at.
  if (value collate "C" ~ '[(（,，;/–—-]') is not true then
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

create or replace function without_blanks_in_han(value text) returns text
language sql immutable parallel safe as $$
  -- Whatever sorts below the first Han needs no look at each of its characters.
  select case when value collate "C" >= U&'\3400' then regexp_replace(value collate "C",
    '([\u3400-\u9fff\U00020000-\U0003ffff])[ \u3000]+(?=[\u3400-\u9fff\U00020000-\U0003ffff])', '\1', 'g') else value end
$$;
comment on function without_blanks_in_han is
  'A name without the blanks by which lists make Han names equally wide: 李 明 is 李明.';

create or replace function composed_name(full_name text, family text, given text, patronymic text) returns text
language sql immutable parallel safe as $$
  select coalesce(luban.without_blanks_in_han(full_name), case
    when family is null and given is null then null
    when family collate "C" >= U&'\3400' and family ~ '^[\u3400-\u9fff\U00020000-\U0003ffff]+$'
      then family || coalesce(given, '')
    when family is null then given || coalesce(' ' || patronymic, '')
    else family || coalesce(' ' || given, '') || coalesce(' ' || patronymic, '') end)
$$;
comment on function composed_name is 'The whole name: as given, else of its parts, family name first, Han without a blank.';

create or replace function joined_name(family text, given text, patronymic text) returns text
language sql immutable parallel safe as $$
  select luban.composed_name(null, luban.without_list_number(luban.composed(family)), luban.composed(given), luban.composed(patronymic))
$$;
comment on function joined_name is 'The whole name of the parts that a line of a file has.';

create or replace function composed(value text) returns text
language sql immutable parallel safe as $$
  select case when strpos(value, '  ') > 0 then regexp_replace(normalize(value, nfc), ' +', ' ', 'g')
    when value is nfc normalized then value else normalize(value, nfc) end
$$;
comment on function composed is 'A text in NFC, its words one blank apart.';
