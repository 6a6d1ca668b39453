-- What names of contacts are none, as those of people.
insert into refused
select line, 'name:' || luban.kept_name_rule(name) from part where luban.kept_name_rule(name) is not null;
