-- Up to three characters play in a story. A role from before has its story's id: there was one at most.
create table story_role (
    id           uuid primary key,
    story_id     uuid not null references story (id) on delete cascade,
    character_id uuid not null references story_character (id) on delete cascade,
    position     int not null,
    unique (story_id, character_id)
);
create index story_role_character on story_role (character_id);
insert into story_role (id, story_id, character_id, position)
    select id, id, character_id, 1 from story where character_id in (select id from story_character);
drop index story_character;
alter table story drop column character_id;
-- The rare word that the next training ties to a character, where it is not the one that its LoRA knows.
alter table story_character add column next_token varchar(20);
