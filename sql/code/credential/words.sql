-- The words of its rules, and of its files.

insert into import_noun (noun, holds) values
  ('revocations', 'Credentials that are revoked, a line a credential.'),
  ('reissues', 'Credentials that are issued anew, a line a former one.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out, actions, detail) values
  ('line_names_a_known_credential', 'A line names a credential that is known.', 'Find its serial number.', '{list(credential)}', ''),
  ('credential_stands_once_in_a_file', 'A credential stands in a file once.', 'Remove the second line.', '{}', ''),
  ('credential_is_of_whom_the_line_names', 'A credential is of the student whom the line names.', 'Check the serial number.', '{show(credential)}', ''),
  ('credential_counter_is_of_a_workshop', 'Serial numbers are counted for a workshop that is known.', 'Leave the counter to Luban.', '{}', ''),
  ('credential_counter_counts_up', 'Serial numbers are counted upward from nothing.', 'Leave the counter to Luban.', '{}', ''),
  ('credential_uid_is_unique', 'The stable identity of a credential is its own.', 'Leave the uid to the database.', '{}', ''),
  ('credential_serial_is_unique', 'A workshop gives each serial number once.', 'Leave serial numbers to Luban.', '{}', ''),
  ('credential_number_counts_from_one', 'Credentials of a year are counted from one.', 'Leave serial numbers to Luban.', '{}', ''),
  ('credential_number_is_given_once', 'A workshop gives each number of a year once.', 'Leave serial numbers to Luban.', '{}', ''),
  ('credential_numbers_have_no_gaps', 'The credentials of a year are numbered without gaps.', 'Leave serial numbers to Luban.', '{}', '{from} to {to} of {year}'),
  ('credential_serial_is_composed', 'A serial number is made of workshop, year of issue and number.', 'Leave serial numbers to Luban.', '{}', '[{serial}]'),
  ('credential_is_of_an_enrollment', 'A credential is of an enrollment of the workshop.', '', '{list(enrollment)}', ''),
  ('credential_is_of_the_completed', 'Credentials are issued to those who completed the program.', 'Complete the enrollment first.', '{enrollment.complete}', '[{serial}]'),
  ('credential_follows_the_completion', 'A credential is issued on the day of the completion or later.', 'Check the date.', '{}', '[{serial}]'),
  ('credential_rests_on_a_rule', 'A credential is issued from the rule of completion of its edition.', 'State the rule before anybody completes.', '{program.rule}', '[{serial}]'),
  ('credential_has_a_certificate', 'An edition names the certificates it leads to.', 'Add them to the edition.', '{edit(program)}', '[{serial}]'),
  ('credential_names_its_awarding_body', 'A credential names who awards it.', 'The edition names it with the certificate, or the workshop has one body that awards on its side, or one host or lead.', '{edit(program),edit(workshop),give(awarding_body)}', ''),
  ('credential_is_awarded_by_a_partner', 'A credential is awarded by a partner that is known.', 'Add the partner first.', '{}', ''),
  ('credential_has_a_title', 'A credential has a title.', 'Write side and title, as in host=Diploma.', '{give(certificate)}', ''),
  ('credential_is_valid_once_a_side', 'A graduate has one valid credential of each side.', 'It was issued already. A new one can take its place.', '{list(credential),credential.reissue}', '[{serial}]'),
  ('credential_replaces_one_of_the_workshop', 'A credential that is issued anew replaces one of the same workshop.', 'Name the serial number of the former one.', '{}', ''),
  ('credential_is_replaced_once', 'A credential is issued anew once; after that it is the new one that can be.', 'Reissue the one that is valid.', '{}', ''),
  ('credential_revocation_has_a_reason', 'Whoever revokes a credential says why.', '', '{give(reason)}', ''),
  ('credential_is_revoked_after_its_issue', 'A credential is revoked on the day of its issue or later.', 'Check the date.', '{}', ''),
  ('credential_is_frozen', 'A credential stays as it was issued; it can be revoked, once.', 'Revoke it, or issue it anew.', '{credential.revoke,credential.reissue}', '[{serial}]'),
  ('credentials_are_kept', 'Credentials are never deleted.', 'Revoke it.', '{credential.revoke}', ''),
  ('completion_with_a_credential_stands', 'A completion stands while a credential that rests on it is valid.', 'Revoke the credential first.', '{credential.revoke}', '[{serial}]');
insert into rule (name, sentence, way_out, actions) values
  ('credential_template_is_of_a_partner', 'A template is of an awarding body that is known.', 'Add the partner first.', '{}'),
  ('credential_template_is_not_blank', 'A template holds something.', 'Start from the template that comes with Luban.', '{credential.template}'),
  ('credential_template_is_once_a_kind', 'An awarding body has one template of a kind.', 'Set it again: the new one takes its place.', '{}'),
  ('supplement_text_is_of_a_partner', 'A text of supplements is of an awarding body that is known.', 'Add the partner first.', '{}'),
  ('supplement_text_is_of_a_known_program', 'A text of supplements is of a program that is known.', 'Add the program first.', '{}'),
  ('supplement_text_is_once_an_item', 'An awarding body says a thing once for a program, or for all.', 'Set it again: the new text takes its place.', '{}');
