-- The tokens of instances whose vendor hands out tokens, and the turns in which they are renewed.
-- Apart from the instance, so that renewing tokens never makes anybody's change of it stale.
create table if not exists instance_grant (
    instance_id bigint not null,
    -- Counts the tokens: who replaces them names the generation that was read.
    generation bigint not null,
    access_sealed bytea not null,
    -- Absent if the vendor hands out none.
    refresh_sealed bytea,
    -- Which data key sealed both.
    key_id integer not null,
    obtained_at timestamp(6) with time zone not null,
    -- Absent if only the vendor's refusal of a call will tell.
    expires_at timestamp(6) with time zone,
    -- Absent if they are never to be renewed ahead of time.
    refresh_at timestamp(6) with time zone,
    -- Counts the turns: who lost theirs is noticed by it.
    fence bigint not null,
    -- All of these by the clock of the database, since those of servers differ.
    lease_until timestamp(6) with time zone,
    lease_owner varchar,
    -- Written before the vendor is asked and taken back with the outcome: what is left of a server
    -- that died in between.
    intent_at timestamp(6) with time zone,
    intent_until timestamp(6) with time zone,
    intent_generation bigint,
    -- Of the refresh token that the vendor is being shown, if there is one.
    intent_fingerprint varchar(64),
    -- The last generation that the vendor refused for good. It is the current one exactly while the
    -- instance is broken for it, so that renewing a sound instance need not look at the instance.
    broken_generation bigint,
    constraint instance_grant_pk primary key (instance_id),
    constraint instance_grant_intent_is_whole check ((intent_at is null) = (intent_until is null)),
    constraint instance_grant_instance_fk foreign key (instance_id)
        references instance (id) on delete cascade
);

-- What to renew ahead of time, the most urgent first.
create index if not exists instance_grant_by_urgency on instance_grant (refresh_at, instance_id);
