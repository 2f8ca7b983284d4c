-- For how old a listener a story is meant; null where nobody said.
alter table story add column age_band varchar(16);
alter table book add column age_band varchar(16);
