-- "character" alone is a word of SQL
create table story_character (
    id                  uuid primary key,
    owner_id            uuid not null references account (id) on delete cascade,
    name                varchar(60) not null,
    kind                varchar(20) not null,
    class_noun          varchar(60) not null,
    token               varchar(20) not null,
    attestation_version varchar(20) not null,
    attested_at         timestamp(6) with time zone not null,
    created_at          timestamp(6) with time zone not null,
    learned_at          timestamp(6) with time zone
);
create index story_character_owner on story_character (owner_id, created_at);

create table photo (
    id           uuid primary key,
    character_id uuid not null references story_character (id) on delete cascade,
    digest       varchar(64) not null,
    width        int not null,
    height       int not null,
    created_at   timestamp(6) with time zone not null,
    unique (character_id, digest)
);
