-- What an application calls its objects and fields, and what the vendor calls them. All of it is
-- read with the instance, for every call that finds it forgotten.
create table if not exists object_definition (
    instance_id bigint not null,
    name varchar(255) not null,
    constraint object_definition_pk primary key (instance_id, name),
    constraint object_definition_instance_fk foreign key (instance_id)
        references instance (id) on delete cascade
);

create table if not exists object_definition_field (
    instance_id bigint not null,
    name varchar(255) not null,
    position integer not null,
    path varchar not null,
    type varchar not null,
    constraint object_definition_field_pk primary key (instance_id, name, position),
    constraint object_definition_field_fk foreign key (instance_id, name)
        references object_definition (instance_id, name) on delete cascade
);

create table if not exists transformation (
    instance_id bigint not null,
    name varchar(255) not null,
    vendor_name varchar not null,
    -- Words for what is asked for beyond the fields, with commas between them.
    configuration varchar not null,
    legacy boolean not null,
    constraint transformation_pk primary key (instance_id, name),
    constraint transformation_instance_fk foreign key (instance_id)
        references instance (id) on delete cascade
);

create table if not exists transformation_field (
    instance_id bigint not null,
    name varchar(255) not null,
    position integer not null,
    path varchar not null,
    vendor_path varchar not null,
    -- Absent if nobody said.
    type varchar,
    vendor_type varchar,
    configuration varchar not null,
    constraint transformation_field_pk primary key (instance_id, name, position),
    constraint transformation_field_fk foreign key (instance_id, name)
        references transformation (instance_id, name) on delete cascade
);
