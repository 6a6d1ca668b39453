-- The words of its rules.

insert into rule (name, sentence, way_out, actions, detail) values
  ('signature_key_is_of_a_partner', 'A key is of an awarding body that is known.', 'Add the partner first.', '{}', ''),
  ('signature_key_counts_from_one', 'Keys of an awarding body are counted from one.', 'Leave the numbers of keys to Luban.', '{}', ''),
  ('signature_key_is_of_ed25519', 'A public key is one of Ed25519, 32 bytes in Base64.', 'Have the key made by Luban.', '{}', ''),
  ('signature_key_address_is_of_the_web', 'The address at which keys are published begins with https:// or http:// and has no blanks.', 'Write it as a browser shows it.', '{}', ''),
  ('signature_key_number_is_given_once', 'An awarding body gives each number to one key.', 'Leave the numbers of keys to Luban.', '{}', ''),
  ('signature_key_is_there_once', 'A key is there once, and of one awarding body.', 'Make a new key.', '{}', ''),
  ('signature_key_ends_after_it_begins', 'A key is retired or compromised on its first day or later.', 'Check the date.', '{}', ''),
  ('signature_key_ends_with_a_reason', 'Whoever retires a key, or says that it is compromised, says why.', '', '{give(reason)}', ''),
  ('signature_key_is_frozen', 'A key stays as it was made; it can be retired, once, and be compromised, once.', 'Make a new key.', '{}', '[{key}]'),
  ('signature_key_is_retired_after_it_signed', 'A key is retired on the day of its last signature or later.', 'Check the date.', '{}', '{key} signed on {day}'),
  ('signature_keys_are_kept', 'Keys are never deleted: what they signed could not be checked any more.', 'Retire it.', '{}', ''),
  ('signature_is_by_a_key_that_is_known', 'A certificate is signed with a key that is known.', 'Make a key first.', '{}', ''),
  ('signature_holds_a_code', 'A signature is kept as the text of a QR code: LW1: and Base45.', 'Leave signing to Luban.', '{}', ''),
  ('signature_is_given_once', 'A certificate is signed once.', 'Print it again: it is signed.', '{}', ''),
  ('signature_is_of_a_credential', 'A signature is of a credential of the workshop.', '', '{list(credential)}', ''),
  ('signature_is_by_a_key_in_use', 'Nothing is signed with a key that is retired or compromised, or before it is valid.', 'Make a new key, and sign with that.', '{}', '[{serial}, ]{key}'),
  ('signature_is_by_the_awarding_body', 'A certificate is signed with a key of the body that awards it.', 'Sign it with a key of that body.', '{show(credential)}', '{serial}, {key}'),
  ('signature_is_of_a_valid_credential', 'A certificate is signed while it is valid.', 'Sign the one that was issued anew.', '{show(credential),credential.reissue}', '{serial}'),
  ('signatures_are_kept', 'Signatures stay as they were given, and are never deleted: they are on paper.', 'Issue the credential anew.', '{credential.reissue}', '');
