-- What an instance holds of its own; an element's defaults are not copied here.
create table if not exists instance_setting (
    instance_id bigint not null,
    position integer not null,
    entry_key varchar(128) not null,
    -- Absent for a secret, which is in instance_secret; empty text is a value.
    entry_text varchar,
    origin varchar(16) not null,
    constraint instance_setting_pk primary key (instance_id, entry_key),
    constraint instance_setting_instance_fk foreign key (instance_id)
        references instance (id) on delete cascade
);
