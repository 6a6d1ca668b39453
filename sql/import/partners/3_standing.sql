-- What became of the partnerships.
insert into partner_event (partner_id, nth, status, effective_on, reason)
select partner_id, nth, status, effective_on, reason from late_standing order by partner_id, nth;
