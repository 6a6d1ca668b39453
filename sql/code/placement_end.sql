-- An enrollment that ends takes its placement with it, and those of where it came from; a transfer takes none: the placement
-- is kept, and its enrollment. An end that is taken back does not bring the placement back: somebody else may have the place
-- by then.

create or replace function enrollment_ends_its_placements() returns trigger language plpgsql as $$
begin
  -- Nearly all events leave the student where they are.
  if not exists (select from new_rows where luban.is_over(to_state) and to_state <> 'transferred') then
    return null;
  end if;
  update luban.placement p set ended_on = n.effective_on, end_reason = format('the enrollment is %s', n.to_state)
  from new_rows n
  cross join lateral luban.enrollments_of_the_chain(n.workshop_id, n.enrollment_id) c (id)
  where luban.is_over(n.to_state) and n.to_state <> 'transferred' and (p.workshop_id, p.enrollment_id) = (n.workshop_id, c.id)
    and p.begins_on <= n.effective_on and least(p.ended_on, p.ends_on) > n.effective_on;
  return null;
end $$;
comment on function enrollment_ends_its_placements is
  'Ends placements on the day on which the enrollment ends, and so gives their places back.';
