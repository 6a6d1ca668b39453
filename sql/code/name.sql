-- How names are checked and compared. Both functions answer as they did when the first tables were made with them, and
-- cost half: a domain and a generated column ask them of every name that is written.

create or replace function is_person_name(value text) returns boolean
language sql immutable parallel safe as $$
  select value is nfc normalized and value collate "C" !~ '^$|^ | $|[[:cntrl:]]' and length(value) <= 200
$$;

-- Not strict, so that it is inlined; in collation C, whose regular expressions are the quickest; and without a search
-- for letters that are not there: the second case holds letters that decompose into none of those to be replaced.
create or replace function fold(value text) returns text
language sql immutable parallel safe as $$
  select case
    when octet_length(value) = length(value) then translate(lower(value collate "C"), '''`', '')
    when value ~ ('^[ -&(-_a-~\u00c0-\u00d7\u00d9-\u00f7\u00f9-\u010f\u0112-\u0130\u0132-\u0140\u0143-\u0148'
        '\u014a-\u017f\u0410-\u044f\u0401\u0451\u0621-\u0628\u062a-\u0648\u064a-\u065f\u3400-\u9fff]*$')
      then regexp_replace(lower(normalize(value, nfkd) collate "und-x-icu") collate "C",
      '[\u0300-\u036f\u0640\u064b-\u065f\u0670]', '', 'g')
    else translate(
      regexp_replace(lower(normalize(value, nfkd) collate "und-x-icu") collate "C",
        '[\u0300-\u036f\u0640\u064b-\u065f\u0670]', '', 'g'),
      'қғҳҷәңөұүһіøđłıىیکة''`ʻʼ‘’ʹʺ', 'кгхчаноуухиodliييكه')
    end
$$;
