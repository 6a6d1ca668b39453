-- What is done with certificates of language: removing one.

create or replace function remove_language_certificate(in_workshop int, in_certificate bigint, in_reason text)
returns void language plpgsql as $$
begin
  if coalesce(btrim(in_reason), '') = '' then
    perform luban.break_rule('language_correction_has_a_reason', in_table => 'language_certificate');
  end if;
  -- The reason goes into what is kept of the row.
  update luban.language_certificate set note = btrim(in_reason) where workshop_id = in_workshop and id = in_certificate;
  delete from luban.language_certificate where workshop_id = in_workshop and id = in_certificate;
end $$;
comment on function remove_language_certificate is 'Removes the record of a test; how it was is kept, with the reason.';
