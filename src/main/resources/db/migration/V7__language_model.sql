alter table account add column language_model boolean default false not null;
