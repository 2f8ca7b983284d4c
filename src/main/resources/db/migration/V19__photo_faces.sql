-- How many faces the upload coach saw; photos that were there before have none of it.
alter table photo add column faces int;
