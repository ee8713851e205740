-- Numbers follow each other, also after a crash: no cache.
create sequence if not exists instance_number as bigint start with 1 cache 1;

create table if not exists instance (
    id bigint not null,
    organization_id bigint not null,
    account_id bigint not null,
    user_id bigint not null,
    element_id bigint not null,
    name varchar not null,
    -- The token is found by its fingerprint; it is kept, sealed, because every answer shows it.
    token_fingerprint varchar(64) not null,
    token_sealed bytea not null,
    token_key_id integer not null,
    trace_logging boolean not null,
    caching boolean not null,
    cache_time_to_live integer not null,
    max_cache_size integer not null,
    external_authentication varchar(16) not null,
    created_at timestamp(6) with time zone not null,
    -- Absent while its owner lets it be used.
    disabled_since timestamp(6) with time zone,
    -- Both absent while the vendor lets it in.
    broken_since timestamp(6) with time zone,
    broken_reason varchar,
    -- What the two above say, since an index serves "is it sound" only on a column of its own.
    sound boolean not null,
    version bigint not null,
    constraint instance_pk primary key (id),
    constraint instance_token_unique unique (token_fingerprint),
    constraint instance_is_sound_or_broken check (sound = (broken_since is null)),
    constraint instance_has_a_reason check ((broken_since is null) = (broken_reason is null)),
    constraint instance_account_fk foreign key (organization_id, account_id)
        references account (organization_id, id),
    constraint instance_user_fk foreign key (organization_id, user_id)
        references app_user (organization_id, id)
);
