create table picture (
    id          uuid primary key,
    story_id    uuid not null references story (id) on delete cascade,
    fingerprint varchar(64) not null,
    blob_key    varchar(200) not null,
    seed        bigint not null,
    steps       int not null,
    created_at  timestamp(6) with time zone not null,
    unique (story_id, fingerprint)
);
