-- Whether the demonstration that is asked for was put in; another one is refused.
select b.options = r.options or refuse_duplicate('demo_is_one', jsonb_build_object('seed', b.options -> 'seed',
  'students', b.options -> 'students', 'without', case when not b.options ? 'records' then 'records' end), 'import_batch') is null
from import_batch b, seed_request r
where b.file_name = 'luban seed demo' and b.file_sha256 is null limit 1
