-- Lines about what all workshops share.
create temp table line_shared on commit drop as select line from stage where fault is null;

analyze line_shared;
