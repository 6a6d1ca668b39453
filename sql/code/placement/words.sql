-- The words of its rules, and of its files.

insert into import_noun (noun, holds) values
  ('placement_offers', 'Places that enterprises offer, a line an offer.'),
  ('placements', 'Students assigned to places that enterprises offer, a line an assignment.'),
  ('placement_hours', 'Hours worked on placements, a line a student and day.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out) values
  ('placement_offer_is_of_a_workshop', 'Places are offered to a workshop that is known, and which is kept.', 'Find the workshop with luban workshop list.'),
  ('placement_offer_is_of_a_partner', 'Places are offered by a partner that is known, and which is kept.', 'Find the partner with luban partner list.'),
  ('placement_offer_is_of_an_enterprise', 'Places are offered by an enterprise.', 'Name a partner of kind enterprise; luban partner list --kind enterprise shows them.'),
  ('placement_offer_is_for_a_known_course', 'Places are offered for a course that is known, and which is kept.', 'Find the course with luban course list.'),
  ('placement_offer_is_for_a_placement_course', 'Places are offered for a placement course, or for none.', 'Name a course of kind placement with --course.'),
  ('placement_offer_code_is_unique', 'Each offer of a workshop has a code of its own.', 'Choose another code, or see luban placement offers.'),
  ('placement_offer_has_a_title', 'An offer says what the work is.', 'Give --title; in a file, fill the column title.'),
  ('placement_offer_has_places', 'An offer has 1 to 10,000 places.', 'Correct the places.'),
  ('placement_offer_has_days', 'An offer has a first and a last day.', 'Fill the columns from and to.'),
  ('placement_offer_is_in_order', 'An offer does not end before it begins.', 'Check --from and --to.'),
  ('placement_offer_hours_are_plausible', 'The hours of an offer are above 0, at most 10,000.', 'Correct the hours.'),
  ('placement_offer_is_known', 'A line names an offer of the workshop.', 'Add it with luban placement offer or offer-import, or see luban placement offers.'),
  ('placement_places_within_the_offer', 'Not more students are placed than places are offered.', 'End a placement, or offer more places with luban placement edit --places.'),
  ('placement_is_of_an_enrollment', 'A placement is of an enrollment of the workshop.', 'Find it with luban enrollment list.'),
  ('placement_takes_an_offer', 'A placement takes a place of an offer of the workshop, which is kept.', 'See luban placement offers.'),
  ('placement_is_once_at_a_time', 'A student is at one enterprise at a time.', 'End the other placement, or correct the days.'),
  ('placement_is_in_order', 'A placement does not end before it begins, nor outside its days.', 'Check the days.'),
  ('placement_end_has_a_reason', 'Whoever ends a placement before its time says why.', 'Give --reason.'),
  ('placement_lies_within_its_offer', 'A placement lies within the days of its offer.', 'Correct --from and --to, or the days of the offer with luban placement edit.'),
  ('placement_is_of_one_enrolled', 'A placement begins while the student is enrolled.', 'Check the days; luban enrollment show tells the history.'),
  ('placement_stays_with_its_student', 'A placement keeps its student and its offer.', 'Remove it with luban placement remove, and assign anew.'),
  ('placement_log_is_of_a_placement', 'Hours are logged for a placement of the workshop, which is kept while there are any.', 'Take the hours back first with luban placement correct --hours 0.'),
  ('placement_day_is_logged_once', 'Hours of a day are logged once.', 'Correct them with luban placement correct; in a file, give --update.'),
  ('placement_hours_fit_a_day', 'Hours of a day are above 0, at most 24.', 'Correct the hours.'),
  ('placement_hours_lie_within_it', 'Hours are logged for days of the placement.', 'Check the day; luban placement show tells the days.'),
  ('placement_hours_are_of_one_enrolled', 'Hours are logged while the student is enrolled.', 'Check the day; luban enrollment show tells the history.'),
  ('placement_day_has_24_hours', 'A student works at most 24 hours a day, at all enterprises together.', 'Check the hours of that day with luban placement show.'),
  ('placement_log_stays_with_its_day', 'A correction changes hours and task, not whose they are and of which day.', 'Take them back with luban placement correct --hours 0, and log the right ones.'),
  ('placement_correction_has_a_reason', 'Whoever corrects logged hours says why.', 'Give --reason.');

insert into import_noun (noun, holds) values
  ('placement_evaluations', 'How enterprise and school judged placements, a line a student and side.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out) values
  ('evaluation_line_leads_to_one_placement', 'A line of evaluations leads to one placement of the student.', 'Name the offer in the column offer; of one offer taken twice, the first day in the column from.'),
  ('evaluation_side_is_a_word', 'A placement is evaluated by enterprise or school.', 'Write one of these, or give --side.'),
  ('evaluation_line_has_a_mark', 'A line of evaluations has a mark: empty is not zero.', 'Give the mark, or leave the line out.'),
  ('evaluation_scale_is_known', 'An evaluation is on a grading scale that is known, and which is kept.', 'See the scales with luban scale list.'),
  ('evaluation_is_of_a_placement', 'An evaluation is of a placement of the workshop, which is kept while there is one.', 'Find it with luban placement list.'),
  ('placement_is_evaluated_once_a_side', 'Enterprise and school each evaluate a placement once.', 'Evaluate it anew: luban placement evaluate replaces what was said.'),
  ('evaluation_mark_is_on_its_scale', 'The mark of an evaluation is one of its scale, and counts what the scale says.', 'See the marks with luban scale show.'),
  ('evaluation_not_before_its_placement', 'A placement is evaluated once it has begun.', 'Check the day.');
