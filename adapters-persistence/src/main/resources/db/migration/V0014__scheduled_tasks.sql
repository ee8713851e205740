-- What is to be done when, by whichever server comes first. Name and columns are db-scheduler's,
-- which reads and writes it; what it calls text is varchar here, since H2 has no keys of text.
create table if not exists scheduled_tasks (
    task_name varchar not null,
    task_instance varchar not null,
    task_data bytea,
    execution_time timestamp(6) with time zone not null,
    picked boolean not null,
    picked_by varchar,
    last_success timestamp(6) with time zone,
    last_failure timestamp(6) with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp(6) with time zone,
    version bigint not null,
    priority smallint,
    constraint scheduled_tasks_pk primary key (task_name, task_instance)
);

create index if not exists scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index if not exists scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
create index if not exists scheduled_tasks_by_priority
    on scheduled_tasks (priority desc, execution_time asc);
