-- Workshops as a line of a file has them.

create or replace view workshop_sheet as
select w.id, w.code, w.titles ->> 'en' as title, w.titles ->> 'zh' as title_zh, w.titles ->> 'ru' as title_ru,
  written_titles(w.titles) as other_titles, w.country, w.city_id, w.status, w.led_from_tianjin, w.time_zone, w.note, w.source
from workshop w;
comment on view workshop_sheet is 'Workshops as files have them.';
