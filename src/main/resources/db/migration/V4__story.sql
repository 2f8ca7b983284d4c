create table story (
    id               uuid primary key,
    owner_id         uuid not null references account (id) on delete cascade,
    character_id     uuid,
    title            varchar(200) not null,
    text             varchar(40000) not null,
    language         varchar(8) not null,
    pages            int not null,
    style            varchar(20) not null,
    paint_when_ready timestamp(6) with time zone,
    created_at       timestamp(6) with time zone not null,
    updated_at       timestamp(6) with time zone not null
);
create index story_owner on story (owner_id, updated_at);
create index story_character on story (character_id);

create table scene (
    id          uuid primary key,
    story_id    uuid not null references story (id) on delete cascade,
    position    int not null,
    narration   varchar(40000) not null,
    prompt      varchar(4000) not null,
    style       varchar(1000) not null,
    negative    varchar(2000) not null,
    cast_names  varchar(1000) not null,
    place       varchar(255) not null,
    time_of_day varchar(255) not null,
    tokens      int not null,
    dropped     varchar(4000) not null,
    version     int not null
);
create index scene_story on scene (story_id, position);
