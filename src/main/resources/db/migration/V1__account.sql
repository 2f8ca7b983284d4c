create table account (
    id            uuid primary key,
    email         varchar(254) unique,
    password_hash varchar(100),
    created_at    timestamp(6) with time zone not null,
    check ((email is null) = (password_hash is null))
);

create table account_session (
    id           uuid primary key,
    token_hash   varchar(64) not null unique,
    account_id   uuid not null references account (id) on delete cascade,
    created_at   timestamp(6) with time zone not null,
    last_seen_at timestamp(6) with time zone not null,
    expires_at   timestamp(6) with time zone not null,
    revoked_at   timestamp(6) with time zone
);

create index account_session_account on account_session (account_id);
