-- What the upload coach goes by; photos that were there before have none of it.
alter table photo add column blur int;
alter table photo add column brightness int;
alter table photo add column print bigint;
