update credential k set revoked_on = p.day, revoke_reason = p.reason
from plan p where p.problems is null and p.outcome = 'changed' and (k.workshop_id, k.id) = (p.workshop_id, p.credential_id);
