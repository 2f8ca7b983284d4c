create table job (
    id                  uuid primary key,
    owner_id            uuid not null references account (id) on delete cascade,
    kind                varchar(16) not null,
    subject_id          uuid not null,
    active_key          varchar(64) unique,
    state               varchar(16) not null,
    attempt             int not null,
    claimed             boolean not null,
    failures            int not null,
    crashes             int not null,
    step                int not null,
    steps               int not null,
    detail              varchar(4000),
    last_seq            bigint not null,
    error               varchar(64),
    created_at          timestamp(6) with time zone not null,
    started_at          timestamp(6) with time zone,
    finished_at         timestamp(6) with time zone,
    cancel_requested_at timestamp(6) with time zone
);
create index job_owner on job (owner_id);
create index job_subject on job (subject_id);

create table job_event (
    job_id     uuid not null references job (id) on delete cascade,
    seq        bigint not null,
    type       varchar(32) not null,
    payload    varchar(60000) not null,
    created_at timestamp(6) with time zone not null,
    primary key (job_id, seq)
);

-- db-scheduler's own table for work that needs the painting model
create table gpu_task (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            varbinary(1000000),
    execution_time       timestamp(6) with time zone not null,
    picked               boolean not null,
    picked_by            varchar(50),
    last_success         timestamp(6) with time zone,
    last_failure         timestamp(6) with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp(6) with time zone,
    version              bigint not null,
    priority             smallint,
    state                varchar(100),
    primary key (task_name, task_instance)
);
create index gpu_task_due on gpu_task (priority, execution_time);
