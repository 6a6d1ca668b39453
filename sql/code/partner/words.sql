-- The words of its rules.

insert into import_noun (noun, holds) values
  ('partners', 'Partners with their names, a line a partner.'),
  ('partner_contacts', 'Persons to write to or call at partners, a line a person.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out, actions, detail) values
  ('partner_code_is_unique', 'Each partner has a code of its own.', 'Choose another code, or edit the partner that has it.', '{}', ''),
  ('partner_uid_is_unique', 'The stable identity of a partner is its own.', 'Leave the uid to the database.', '{}', ''),
  ('partner_country_is_known', 'A partner stands in a country of ISO 3166-1.', 'Give the two-letter code, as in UZ.', '{}', ''),
  ('city_key_with_country', 'A city belongs to one country.', 'Leave the keys to the database.', '{}', ''),
  ('partner_city_is_in_its_country', 'A partner stands in a city of its country.', 'Name the city as well, or clear it.', '{give(city),clear(city)}', ''),
  ('partner_name_is_not_blank', 'A name has letters, as they were written.', 'Give the name; if it was garbled, export the file again as UTF-8.', '{}', '[{letters}]'),
  ('partner_name_period_is_in_order', 'A name begins to be valid before it ends.', 'Give a later day, or say that the name was wrong.', '{give(correction)}', ''),
  ('partner_has_one_name_at_a_time', 'A partner has one name in a language at a time.', 'End the former name on the day the new one begins.', '{}', ''),
  ('partner_name_is_of_a_partner', 'A name is of a partner that is known.', 'Add the partner first.', '{}', ''),
  ('partner_change_is_allowed', 'A partnership goes from prospect to active, may be suspended and reactivated, and once ended stays so.', 'Look at the history of the partner.', '{show(partner)}', '{partner} from {from} to {to}'),
  ('partner_begins_as_prospect', 'A new partner is a prospect.', 'Make it active afterward.', '{partner.activate}', ''),
  ('partner_events_follow_each_other', 'The standing of a partnership changes in the order of its days.', 'Give the day of the last change or a later one.', '{}', '{partner} on {day}, before {last}'),
  ('partner_event_says_why', 'Whoever suspends or ends a partnership says why.', '', '{give(reason)}', ''),
  ('partner_event_is_of_a_partner', 'A change of standing is of a partner that is known.', 'Add the partner first.', '{}', ''),
  ('partner_kind_is_a_word', 'A partner is a school, college, university, enterprise, awarding body or authority.', 'Write one of these.', '{}', ''),
  ('partner_status_is_a_word', 'A partner is a prospect, active, suspended or ended.', 'Write one of these.', '{}', ''),
  ('partner_has_a_name', 'A partner has a name.', '', '{give(name)}', '{partner}'),
  ('partner_website_has_no_blanks', 'A web address has no blanks.', 'Correct the address.', '{}', ''),
  ('partner_ends_when_nothing_hangs_on_it', 'A partnership ends when no agreement, no part in a workshop and no cohort hangs on it.', 'End its agreements and its parts in workshops first.', '{agreement.end,edit(workshop)}', '{partner}: {hanging}'),
  ('partner_is_kept_while_anything_hangs_on_it', 'A partner is not deleted while anything hangs on it.', 'End the partnership.', '{partner.end}', '{partner}: {hanging}'),
  ('events_are_kept', 'Recorded events are never rewritten or deleted.', 'Record a further event that corrects it.', '{}', ''),
  ('status_follows_events', 'A status changes by an event, never by itself.', 'Use the command for the change.', '{}', ''),
  ('contact_email_has_an_at_sign', 'An e-mail address looks like name@example.org.', 'Correct the address.', '{}', ''),
  ('contact_phone_is_a_number', 'A telephone number is made of digits, blanks, dashes and parentheses.', 'Write it as in +998 71 299-00-01.', '{}', ''),
  ('contact_is_once_at_a_partner', 'A contact is entered once at a partner.', 'It is there already.', '{show(partner)}', ''),
  ('contact_can_be_reached', 'A contact has an e-mail address or a telephone number.', 'Give one of the two.', '{}', ''),
  ('contact_is_of_a_partner', 'A contact is of a partner that is known.', 'Add the partner first.', '{}', ''),
  ('code_is_short_and_upper_case', 'A code is made of capitals, digits, dots and dashes, at most 40.', 'Write it as in UZ-TSTU.', '{}', ''),
  ('language_tag_is_bcp47', 'A language is named by its BCP 47 tag.', 'Write it as in en, zh, ru, uz-Latn.', '{}', ''),
  ('titles_are_by_language', 'A title is given by language, and has letters as they were written.', 'Write language and title, as in en=Surveying.', '{give(title)}', '[{letters}]'),
  ('partial_date_is_in_the_calendar', 'A date of reduced precision is one the calendar has.', 'Check the day.', '{}', ''),
  ('partial_date_is_iso', 'A date of reduced precision is a year, a month or a day.', 'Write 2022, 2022-11 or 2022-11-09.', '{}', '');
