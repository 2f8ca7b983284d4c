-- States on the way of the newest training that its owner can choose between; one of them is what stories are painted with.
create table learned_state (
    id           uuid primary key,
    character_id uuid not null references story_character (id) on delete cascade,
    step         int not null,
    best         boolean not null,
    chosen       boolean not null
);
create index learned_state_character on learned_state (character_id, step);
