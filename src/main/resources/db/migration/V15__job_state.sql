-- Of all jobs that ever were, the few that can still go on.
create index job_state on job (state, created_at);
