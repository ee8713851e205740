-- The keys that secrets are sealed with, each wrapped by the operator's master key, which is never
-- stored. A row here doubles as the check value: a master key that does not open it is the wrong one.
create table if not exists data_key (
    -- Counted by the program and not by the database: of two nodes that both make the first key,
    -- the primary key lets one win.
    id integer not null,
    wrapped bytea not null,
    created_at timestamp(6) with time zone not null,
    constraint data_key_pk primary key (id)
);
