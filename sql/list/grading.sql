create view list.grading_scale with (security_invoker = true) as
select code, name, marks_of(code) as marks, trim_scale(pass_from) as pass_from,
  case when has_average then 'yes' else 'no' end as average, source
from grading_scale;
comment on column list.grading_scale.name is 'what it is';
comment on column list.grading_scale.code is 'code of the scale';
comment on column list.grading_scale.source is 'where it is described';
