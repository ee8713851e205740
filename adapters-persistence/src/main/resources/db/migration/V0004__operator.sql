-- The one operator of the server: at most one row.
create table if not exists operator (
    id integer not null,
    secret_fingerprint varchar(64) not null,
    constraint operator_pk primary key (id),
    constraint operator_is_single check (id = 1)
);
