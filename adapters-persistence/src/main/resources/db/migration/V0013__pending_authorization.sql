-- Questions that users were sent to a vendor with, and whose answers are awaited. The state is what
-- an answer is taken for, so it is found by its SHA-256 and not stored.
create table if not exists pending_authorization (
    state_fingerprint varchar(64) not null,
    element_id bigint not null,
    client_fingerprint varchar(64) not null,
    callback varchar not null,
    verifier_sealed bytea not null,
    -- Which data key sealed it.
    key_id integer not null,
    expires_at timestamp(6) with time zone not null,
    constraint pending_authorization_pk primary key (state_fingerprint)
);

create index if not exists pending_authorization_by_end on pending_authorization (expires_at);
