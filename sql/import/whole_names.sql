-- A name in parts is the whole name that they make.
update stage set full_name = luban.joined_name(family_name, given_name, patronymic)
where full_name is null and coalesce(family_name, given_name) is not null;
