-- Closings are kept as they were made.

create or replace trigger closings_are_kept before update or delete on closing
  for each statement execute function refuse_change('closings_are_kept');
create or replace trigger closings_are_kept before update or delete on closed_figure
  for each statement execute function refuse_change('closings_are_kept');

create or replace function figures_come_with_their_closing() returns trigger language plpgsql as $$
declare
  late record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  select c.workshop_id, c.year into late
  from (select distinct workshop_id, year, nth from new_rows) n
  join luban.closing c on (c.workshop_id, c.year, c.nth) = (n.workshop_id, n.year, n.nth)
  where c.recorded_at <> now() limit 1;
  if found then
    perform luban.break_rule('figures_come_with_their_closing', jsonb_build_object('year', late.year, 'workshop', (
      select w.code from luban.workshop w where w.id = late.workshop_id)), 'closed_figure');
  end if;
  return null;
end $$;
comment on function figures_come_with_their_closing is 'Refuses figures that are added to a closing after it was made.';
select ask_after('insert', 'closed_figure', 'figures_come_with_their_closing');
