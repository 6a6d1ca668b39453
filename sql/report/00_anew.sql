-- Nothing is kept in this schema, so it is made anew.
drop schema if exists report cascade;
create schema report;
