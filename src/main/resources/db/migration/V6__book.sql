create table book (
    id         uuid primary key,
    owner_id   uuid not null references account (id) on delete cascade,
    story_id   uuid not null unique references story (id) on delete cascade,
    title      varchar(200) not null,
    language   varchar(8) not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null
);
create index book_owner on book (owner_id, updated_at);

create table book_page (
    id         uuid primary key,
    book_id    uuid not null references book (id) on delete cascade,
    position   int not null,
    scene_id   uuid not null,
    narration  varchar(40000) not null,
    picture_id uuid not null,
    blob_key   varchar(200) not null,
    unique (book_id, position)
);

-- The link itself is never stored, only what its token hashes to.
create table share_link (
    id             uuid primary key,
    book_id        uuid not null references book (id) on delete cascade,
    token_hash     varchar(64) not null unique,
    created_at     timestamp(6) with time zone not null,
    expires_at     timestamp(6) with time zone not null,
    revoked_at     timestamp(6) with time zone,
    opened         int not null,
    last_opened_at timestamp(6) with time zone
);
create index share_link_book on share_link (book_id);
