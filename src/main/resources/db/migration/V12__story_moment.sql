-- A story's scenes as they were before a change, so that it can be taken back.
create table story_moment (
    id         uuid primary key,
    story_id   uuid not null references story (id) on delete cascade,
    edited_id  uuid,
    scenes     varchar(1000000) not null,
    created_at timestamp(6) with time zone not null
);
create index story_moment_story on story_moment (story_id, created_at);
