-- A key for programs; only what it hashes to is kept.
create table api_token (
    id           uuid primary key,
    account_id   uuid not null references account (id) on delete cascade,
    name         varchar(60) not null,
    token_hash   varchar(64) not null unique,
    created_at   timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone
);
create index api_token_account on api_token (account_id);

-- What was answered to a request that carried an Idempotency-Key; the answer is null while the work goes on.
create table remembered_answer (
    id          uuid primary key,
    owner_id    uuid not null references account (id) on delete cascade,
    request_key varchar(200) not null,
    request     varchar(64) not null,
    status      int,
    body        varchar(60000),
    created_at  timestamp(6) with time zone not null,
    unique (owner_id, request_key)
);
