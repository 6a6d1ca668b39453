-- The words of its rules.

insert into import_noun (noun, holds) values
  ('workshops', 'Workshops, a line a workshop.'),
  ('workshop_roles', 'Parts of partners in workshops, a line a part.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out, actions, detail) values
  ('workshop_code_is_unique', 'Each workshop has a code of its own.', 'Choose another code.', '{}', ''),
  ('workshop_uid_is_unique', 'The stable identity of a workshop is its own.', 'Leave the uid to the database.', '{}', ''),
  ('workshop_counter_is_of_a_workshop', 'Numbers are counted for a workshop that is known.', 'Leave the counters to Luban.', '{}', ''),
  ('revision_is_of_a_workshop', 'What was replaced is of a workshop that is known.', 'Leave the revisions to Luban.', '{}', ''),
  ('workshop_country_is_known', 'A workshop stands in a country of ISO 3166-1.', 'Give the two-letter code, as in UZ.', '{}', ''),
  ('workshop_city_is_in_its_country', 'A workshop stands in a city of its country.', 'Give a city of that country.', '{}', ''),
  ('workshop_role_partner_is_known', 'Who takes part in a workshop is a partner that is known.', 'Add the partner first.', '{}', ''),
  ('workshop_role_is_in_a_workshop', 'A part is taken in a workshop that is known.', '', '{list(workshop)}', ''),
  ('workshop_part_is_a_word', 'A part in a workshop is that of a host, a lead, an enterprise or an awarding body.', 'Write one of these.', '{}', ''),
  ('workshop_role_period_is_in_order', 'A part in a workshop begins before it ends.', 'Check the two dates.', '{}', ''),
  ('workshop_role_is_taken_once_at_a_time', 'A partner takes the same part in a workshop once at a time.', 'It has that part already.', '{}', ''),
  ('workshop_role_is_of_a_partner_in_good_standing', 'Who is suspended or ended takes no part in a workshop.', 'Name another partner: a partnership that has ended stays so.', '{partner.reactivate}', '{partner} is {status}'),
  ('workshop_role_is_in_a_living_workshop', 'Nobody takes a part in a closed workshop.', 'Name another workshop.', '{}', '{workshop}'),
  ('workshop_keeps_a_host_while_cohorts_run', 'A workshop has a host as long as its open and running cohorts last.', 'Name the host that follows in the same step, or finish the cohorts first.', '{}', '{cohorts}'),
  ('workshop_status_is_a_word', 'A workshop is preparing, operating or closed.', 'Write one of these.', '{}', ''),
  ('workshop_change_is_allowed', 'A workshop is prepared, operates and is closed, in that order.', 'Look at the workshop.', '{show(workshop)}', '[{workshop} is closed already]'),
  ('workshop_milestone_is_once', 'A milestone of a workshop is entered once with its date.', 'It is there already.', '{show(workshop)}', ''),
  ('workshop_milestone_is_of_a_workshop', 'A milestone is of a workshop that is known.', '', '{list(workshop)}', ''),
  ('workshop_closes_when_no_cohort_runs', 'A workshop closes when none of its cohorts is open or running.', 'Finish or cancel these cohorts first.', '{}', '{cohorts}');
