-- A link that is locked opens with its PIN only; one that lost the hash opens never.
alter table share_link add column locked boolean default false not null;
alter table share_link add column pin_hash varchar(100);
alter table share_link add column savable boolean default false not null;
