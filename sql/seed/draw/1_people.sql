-- People who do not exist: for demonstrations, tutorials, benchmarks.

-- People who do not exist, in the columns of an import: the same from the same seed, nobody twice, e-mail at example.org.
create or replace function pg_temp.demo_people(in_seed int, in_count int)
returns table (number text, full_name text, family_name text, given_name text, patronymic text, latin_name text,
  chinese_name text, birth_date text, gender text, nationality text, document_kind text, document_country text,
  document_number text, email text, phone text, schooling text, language_level text, consent_date text)
language sql stable as $$
  with people (script, country, family, family_latin, given, given_latin, patronymic) as (values
    ('cyrillic', 'RU', '{Кедров,Озёров,Щукин,Лесной,Ястребов,Рябинин,Мостовой,Ёлкин,Хлебников,Южный,Чайкин,Эхов}'::text[],
      '{KEDROV,OZEROV,SHCHUKIN,LESNOI,IASTREBOV,RIABININ,MOSTOVOI,ELKIN,KHLEBNIKOV,IUZHNYI,CHAIKIN,EKHOV}'::text[],
      '{Юлия,Пётр,Алёна,Илья,Фёкла,Савва,Майя,Лев,Эмма,Ждан,Нонна,Яков}'::text[],
      '{IULIIA,PETR,ALENA,ILIA,FEKLA,SAVVA,MAIIA,LEV,EMMA,ZHDAN,NONNA,IAKOV}'::text[], '{Ильич,Львовна,Савич}'::text[]),
    ('cyrillic', 'TJ', '{Ҷӯраев,Ғафурзода,Қодирӣ,Ҳакимов,Шарифзода,Раҷабов,Сӯфизода,Мирзоӣ,Назарӣ,Ҳомидов,Ёров,Тоҷиев}',
      '{JURAEV,GHAFURZODA,QODIRI,HAKIMOV,SHARIFZODA,RAJABOV,SUFIZODA,MIRZOI,NAZARI,HOMIDOV,YOROV,TOJIEV}',
      '{Ҷамшед,Нигора,Фирӯз,Парвина,Ҳусайн,Зарина,Баҳром,Мадина,Қурбон,Лола,Суҳроб,Гулрӯ}',
      '{JAMSHED,NIGORA,FIRUZ,PARVINA,HUSAYN,ZARINA,BAHROM,MADINA,QURBON,LOLA,SUHROB,GULRU}', null),
    ('cyrillic', 'KZ', '{Әлібек,Ғабитов,Қасымов,Өтеген,Құрманбек,Үсенов,Ыбырай,Іскаков,Жұмабек,Нұрғали,Еңсебек,Сәтбай}',
      '{ALIBEK,GABITOV,KASSYMOV,OTEGEN,KURMANBEK,USSENOV,YBYRAI,ISKAKOV,ZHUMABEK,NURGALI,ENSEBEK,SATBAI}',
      '{Айгүл,Ерлан,Әсел,Дәурен,Гүлнұр,Нұрлан,Жібек,Бауыржан,Мөлдір,Қайрат,Сәуле,Тұрсын}',
      '{AIGUL,YERLAN,ASSEL,DAUREN,GULNUR,NURLAN,ZHIBEK,BAUYRZHAN,MOLDIR,KAIRAT,SAULE,TURSYN}',
      '{Ерланұлы,Қайратқызы,Нұрланұлы}'),
    ('han', 'CN', '{王,李,张,司马,陈,欧阳,赵,诸葛,周,吴,林,慕容}', '{WANG,LI,ZHANG,SIMA,CHEN,OUYANG,ZHAO,ZHUGE,ZHOU,WU,LIN,MURONG}',
      '{小明,丽,海燕,𠮷,建国,雪梅,青山,玉兰,星河,春生,若水,念慈}',
      '{XIAOMING,LI,HAIYAN,JI,JIANGUO,XUEMEI,QINGSHAN,YULAN,XINGHE,CHUNSHENG,RUOSHUI,NIANCI}', null),
    ('arabic', 'EG', '{المصري,الشريف,حداد,النجار,بكر,الفقي,سالم,البنا,ناصر,عامر,الصياد,قاسم}',
      '{ALMASRI,ALSHARIF,HADDAD,ALNAJJAR,BAKR,ALFEKI,SALEM,ALBANNA,NASSER,AMER,ALSAYYAD,KASSEM}',
      '{محمد,فاطمة,أحمد,مريم,يوسف,زينب,علي,نور,عمر,سارة,خالد,هدى}',
      '{MOHAMED,FATMA,AHMED,MARIAM,YOUSSEF,ZEINAB,ALI,NOUR,OMAR,SARA,KHALED,HODA}', null),
    ('latin', 'UZ', '{Toʻxtayev,Gʻulomov,Yoʻldosheva,Qodirov,Rasulova,Oʻrinov,Saidova,Toʻraqulov,Norboyeva,Eshmatov,Choʻlpon,Xoʻjayev}',
      null, '{Dilnoza,Gʻayrat,Oygul,Jasur,Shahlo,Oʻktam,Nodira,Bekzod,Zulfiya,Sherzod,Lobar,Alisher}', null,
      '{oʻgʻli,qizi}'),
    ('latin', 'PT', '{Gonçalves,Simões,Araújo,Magalhães,Conceição,Brandão,Leitão,Azevêdo,Guimarães,Falcão,Antão,Rêgo}', null,
      '{João,Inês,André,Conceição,Sebastião,Mónica,Luís,Cátia,Estêvão,Graça,Tomé,Célia}', null, null),
    ('latin', 'TM', '{Gurbanow,Ataýew,Öwezowa,Çaryýew,Nuryýewa,Şyhyýew,Ýazgeldiýew,Mämmedow,Hojaýewa,Žanow,Äşirow,Göklenow}', null,
      '{Aýgül,Döwlet,Ogulnäz,Çary,Jemal,Ýusup,Güljan,Batyr,Maýsa,Şöhrat,Leýli,Öwez}', null, null),
    -- One name is common and complete.
    ('mononym', 'ID', '{Su,Har,Wi,Bam,Pra,Ratna,Dewi,Eka,Gun,Tri,Mar,Ning}', null,
      '{yono,tanto,bowo,bang,setyo,sari,ningsih,wati,awan,janto,dika,rum}', null, null)
  ), script as (
    select *, row_number() over () - 1 as place, count(*) over () as scripts from people
  ), drawn as materialized (
    -- Persons born on the same day share a script, and each gets another pair of names: nobody comes twice.
    select i, i % 8000 as day, i / 8000 as turn,
      ('x' || substr(md5(in_seed || ':' || i % 8000), 1, 7))::bit(28)::int as by_day,
      ('x' || substr(md5(in_seed || '/' || i), 1, 7))::bit(28)::int as by_person
    from generate_series(1, in_count) i
  )
  select null,
    case s.script when 'han' then s.family[f] || s.given[g] when 'mononym' then s.family[f] || s.given[g] end,
    case when s.script in ('cyrillic', 'arabic', 'latin') then s.family[f] end,
    case when s.script in ('cyrillic', 'arabic', 'latin') then s.given[g] end,
    case when s.patronymic is not null and s.script <> 'latin' then s.patronymic[1 + by_person % cardinality(s.patronymic)] end,
    s.family_latin[f] || ' ' || s.given_latin[g],
    case when by_person % 3 = 0 and s.script <> 'han'
      then ('{安,白,丁,方,高,何,金,马,唐,许,叶,钟}'::text[])[1 + by_person / 3 % 12] || ('{达山,友涵,晓光,明月,文静,志远}'::text[])[1 + by_person / 36 % 6] end,
    (date '1986-01-01' + day)::text, case when by_person / 7 % 2 = 0 then 'f' else 'm' end, s.country, 'passport', s.country,
    'ZZ' || lpad(in_seed::text, 3, '0') || lpad(i::text, 7, '0'),
    'demo' || i || '@example.org', '+000 00 ' || lpad((i % 10000000)::text, 7, '0'), (3 + by_person / 14 % 3)::text,
    case when by_person / 42 % 3 = 0 then 'hsk2010:' || 1 + by_person / 126 % 3 end, '2026-01-15'
  from drawn
  join script s on s.place = by_day % s.scripts
  cross join lateral (select (by_day / 16 + turn) % 144 as pair) p
  cross join lateral (select 1 + pair / 12 as f, 1 + pair % 12 as g) name
  order by i
$$;
