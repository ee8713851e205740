-- The words that instances are found by, in their owner's order.
create table if not exists instance_tag (
    instance_id bigint not null,
    position integer not null,
    tag varchar not null,
    -- The instance's own, repeated so that one index serves a search by tag within an organization.
    organization_id bigint not null,
    constraint instance_tag_pk primary key (instance_id, position),
    constraint instance_tag_unique unique (organization_id, tag, instance_id),
    constraint instance_tag_instance_fk foreign key (instance_id)
        references instance (id) on delete cascade
);
