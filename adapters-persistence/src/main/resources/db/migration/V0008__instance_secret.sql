-- Secrets by the key of their entry, sealed. The sealing is bound to organization, instance and
-- entry: a row that is moved does not open.
create table if not exists instance_secret (
    instance_id bigint not null,
    entry_key varchar(128) not null,
    sealed bytea not null,
    -- Which data key sealed it. The sealed bytes say so too; here it can be counted and searched.
    key_id integer not null,
    constraint instance_secret_pk primary key (instance_id, entry_key),
    constraint instance_secret_instance_fk foreign key (instance_id)
        references instance (id) on delete cascade
);
