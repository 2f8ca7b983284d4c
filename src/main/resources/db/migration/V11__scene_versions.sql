-- How many pictures were asked for; version says which of them the page shows.
alter table scene add column versions int default 1 not null;
update scene set versions = version;
