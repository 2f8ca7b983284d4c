-- The first of the pictures that are wanted beside the one that the page shows; 0 for none.
alter table scene add column spare_from int default 0 not null;
