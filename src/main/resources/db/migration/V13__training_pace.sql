-- How long the owner wants a character to be learned.
alter table story_character add column pace varchar(16) default 'QUICK' not null;
