-- The words of its rules, and of its files.

insert into import_noun (noun, holds) values
  ('placement_offers', 'Places that enterprises offer, a line an offer.'),
  ('placements', 'Students assigned to places that enterprises offer, a line an assignment.'),
  ('placement_hours', 'Hours worked on placements, a line a student and day.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out, actions, detail) values
  ('placement_offer_is_of_a_workshop', 'Places are offered to a workshop that is known, and which is kept.', '', '{list(workshop)}', ''),
  ('placement_offer_is_of_a_partner', 'Places are offered by a partner that is known, and which is kept.', '', '{list(partner)}', ''),
  ('placement_offer_is_of_an_enterprise', 'Places are offered by an enterprise.', 'Name a partner of kind enterprise.', '{list(partner)}', '{partner}[ is of kind {kind}][ has the offer {offer}]'),
  ('placement_offer_is_for_a_known_course', 'Places are offered for a course that is known, and which is kept.', '', '{list(course)}', ''),
  ('placement_offer_is_for_a_placement_course', 'Places are offered for a placement course, or for none.', 'Name a course of kind placement.', '{give(course)}', '{course}[ is of kind {kind}][ has the offer {offer}]'),
  ('placement_offer_code_is_unique', 'Each offer of a workshop has a code of its own.', 'Choose another code.', '{placement.offers}', ''),
  ('placement_offer_has_a_title', 'An offer says what the work is, with letters as they were written.', 'If it was garbled, export the file again as UTF-8.', '{give(title),fill(title)}', '[{letters}]'),
  ('placement_offer_has_places', 'An offer has 1 to 10,000 places.', 'Correct the places.', '{}', ''),
  ('placement_offer_has_days', 'An offer has a first and a last day.', 'Fill the columns `from` and `to`.', '{}', ''),
  ('placement_offer_is_in_order', 'An offer does not end before it begins.', 'Check both days.', '{"give(from, to)"}', ''),
  ('placement_offer_hours_are_plausible', 'The hours of an offer are above 0, at most 10,000.', 'Correct the hours.', '{}', ''),
  ('placement_offer_is_known', 'A line names an offer of the workshop.', 'Add it first, or see which there are.', '{placement.offer,placement.offers}', ''),
  ('placement_places_within_the_offer', 'Not more students are placed than places are offered.', 'End a placement, or offer more places.', '{edit(placement)}', '{offer}: {held} places were held on {day}, of {places}'),
  ('placement_is_of_an_enrollment', 'A placement is of an enrollment of the workshop.', '', '{list(enrollment)}', ''),
  ('placement_takes_an_offer', 'A placement takes a place of an offer of the workshop, which is kept.', 'See which there are.', '{placement.offers}', ''),
  ('placement_is_once_at_a_time', 'A student is at one enterprise at a time.', 'End the other placement, or correct the days.', '{}', '{student} in {cohort}, {offer} from {from} to {to}[: {day}]'),
  ('placement_is_in_order', 'A placement ends after it begins; before its time it ends on one of its days.', 'Check the days.', '{}', '{student} in {cohort}, {offer} from {from} to {to}[: {day}]'),
  ('placement_end_has_a_reason', 'Whoever ends a placement before its time says why.', '', '{give(reason)}', ''),
  ('placement_lies_within_its_offer', 'A placement lies within the days of its offer.', 'Correct the days, or those of the offer.', '{"give(from, to)",edit(placement)}', '[{student} in {cohort}, {offer} from {from} to {to}: the offer is from {offer_from} to {offer_to}]'),
  ('placement_is_of_one_enrolled', 'A placement begins while the student is enrolled.', 'Check the days.', '{show(enrollment)}', '{student} in {cohort}, {offer} from {from} to {to}[: {day}]'),
  ('placement_stays_with_its_student', 'A placement keeps its student and its offer.', 'Remove it, and assign anew.', '{remove(placement)}', '{student} in {cohort}, {offer} from {from} to {to}[: {day}]'),
  ('placement_log_is_of_a_placement', 'Hours are logged for a placement of the workshop, which is kept while there are any.', 'Take the hours back first.', '{take_back(placement)}', ''),
  ('placement_day_is_logged_once', 'Hours of a day are logged once.', 'Correct the hours that are there.', '{correct(placement),import.update}', '{student} in {cohort}, {offer} from {from} to {to}[: {day}]'),
  ('placement_hours_fit_a_day', 'Hours of a day are above 0, at most 24.', 'Correct the hours.', '{}', ''),
  ('placement_hours_lie_within_it', 'Hours are logged for days of the placement.', 'Check the day.', '{show(placement)}', '{student} in {cohort}, {offer} from {from} to {to}[: {day}]'),
  ('placement_hours_are_of_one_enrolled', 'Hours are logged while the student is enrolled.', 'Check the day.', '{show(enrollment)}', '{student} in {cohort}, {offer} from {from} to {to}[: {day}]'),
  ('placement_day_has_24_hours', 'A student works at most 24 hours a day, at all enterprises together.', 'Check the hours of that day.', '{show(placement)}', '{student} in {cohort}, {offer} from {from} to {to}[: {day}]'),
  ('placement_log_stays_with_its_day', 'A correction changes hours and task, not whose they are and of which day.', 'Take the hours back, and log the right ones.', '{take_back(placement)}', '{student} in {cohort}, {offer} from {from} to {to}[: {day}]'),
  ('placement_correction_has_a_reason', 'Whoever corrects logged hours says why.', '', '{give(reason)}', '{student} in {cohort}, {offer} from {from} to {to}[: {day}]');

insert into import_noun (noun, holds) values
  ('placement_evaluations', 'How enterprise and school judged placements, a line a student and side.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out, actions, detail) values
  ('evaluation_line_leads_to_one_placement', 'A line of evaluations leads to one placement of the student.', 'Name the offer in the column `offer`; of one offer taken twice, the first day in the column `from`.', '{}', ''),
  ('evaluation_side_is_a_word', 'A placement is evaluated by enterprise or school.', 'Write one of these, or name one for all lines.', '{give(side)}', ''),
  ('evaluation_line_has_a_mark', 'A line of evaluations has a mark: empty is not zero.', 'Give the mark, or leave the line out.', '{}', ''),
  ('evaluation_scale_is_known', 'An evaluation is on a grading scale that is known, and which is kept.', '', '{list(scale)}', ''),
  ('evaluation_is_of_a_placement', 'An evaluation is of a placement of the workshop, which is kept while there is one.', '', '{list(placement)}', ''),
  ('placement_is_evaluated_once_a_side', 'Enterprise and school each evaluate a placement once.', 'Evaluate it anew: that replaces what was said.', '{placement.evaluate}', ''),
  ('evaluation_mark_is_on_its_scale', 'The mark of an evaluation is one of its scale, and counts what the scale says.', 'Look at the marks of the scale.', '{show(scale)}', '{mark} on {scale}'),
  ('evaluation_not_before_its_placement', 'A placement is evaluated once it has begun.', 'Check the day.', '{}', '{day}, where the placement begins on {from}');
