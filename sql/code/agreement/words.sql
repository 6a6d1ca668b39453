-- The words of its rules.

insert into import_noun (noun, holds) values ('agreements', 'Agreements with their parties and scope, a line an agreement.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out, actions, detail) values
  ('agreement_code_is_unique', 'Each agreement has a code of its own.', 'Choose another code.', '{}', ''),
  ('agreement_number_is_short', 'The number of an agreement is not blank, on one line, and at most 100 letters long.', 'Write it as on the paper, or leave it out.', '{}', ''),
  ('agreement_is_renewed_once', 'An agreement is renewed by one other.', 'Renew the latest one.', '{}', ''),
  ('agreement_party_is_known', 'The parties of an agreement are partners that are known.', 'Add the partner first.', '{}', ''),
  ('agreement_party_is_of_an_agreement', 'A party is one of an agreement that is known.', 'Add the agreement first.', '{}', ''),
  ('agreement_has_a_party_once', 'A partner is a party to an agreement once.', 'It is a party already.', '{}', ''),
  ('agreement_expires_after_it_begins', 'An agreement expires after it takes effect.', 'Check the two dates.', '{}', ''),
  ('agreement_ends_after_it_begins', 'An agreement is not ended before it takes effect.', 'Check the date.', '{}', ''),
  ('agreement_is_signed_before_it_expires', 'An agreement is signed before it expires.', 'Check the dates.', '{}', ''),
  ('agreement_does_not_renew_itself', 'An agreement renews another one, not itself.', 'Name the earlier agreement.', '{}', ''),
  ('agreement_renews_a_known_one', 'An agreement renews one that is known, which is kept.', '', '{list(agreement)}', ''),
  ('agreement_end_has_a_reason', 'Whoever ends an agreement says why.', '', '{give(reason)}', ''),
  ('agreement_end_reason_is_not_blank', 'Whoever ends an agreement says why.', '', '{give(reason)}', ''),
  ('agreement_ends_before_it_expires', 'An agreement is ended before it expires; afterward there is nothing to end.', 'Check the date.', '{}', ''),
  ('agreement_is_ended_once', 'An ended agreement stays ended.', 'Add a new agreement.', '{}', ''),
  ('agreement_renews_an_earlier_one', 'A renewal begins after what it renews.', 'Begin it on a later day.', '{give(effective)}', '{agreement} begins on {day}, {other} on {other_day}'),
  ('agreement_parties_are_in_good_standing', 'Who is suspended or ended on the day of the signature signs no agreement.', 'Leave the partner out: a partnership that has ended stays so.', '{partner.reactivate}', '{partner} is {status}'),
  ('agreement_outlasts_no_partnership', 'An agreement is not in force after the partnership of a party has ended.', 'End the agreement on that day or earlier, or leave the partner out.', '{give(expires)}', '{partner} ended on {day}'),
  ('agreement_keeps_its_parties', 'Who signed an agreement stays.', 'Add a new agreement, or leave the parties as they are.', '{show(agreement)}', '{agreement}'),
  ('agreement_kind_is_a_word', 'An agreement is a memorandum, joint training, credit recognition or equipment.', 'Write one of these.', '{}', ''),
  ('agreement_has_a_first_day', 'An agreement has a first day in force.', 'Fill the column `effective_on`.', '{}', ''),
  ('agreement_has_two_parties', 'An agreement has two or more parties.', 'Name at least two partners.', '{}', '{agreement}'),
  ('agreement_covers_a_program_once', 'An agreement covers a program at a workshop once.', 'It is covered already.', '{}', ''),
  ('agreement_scope_is_of_an_agreement', 'A program is covered by an agreement that is known.', 'Add the agreement first.', '{}', ''),
  ('agreement_covers_a_known_program', 'An agreement covers programs that are known, and which are kept.', '', '{list(program)}', ''),
  ('agreement_covers_a_known_workshop', 'An agreement covers programs of workshops that are known.', '', '{list(workshop)}', '');
