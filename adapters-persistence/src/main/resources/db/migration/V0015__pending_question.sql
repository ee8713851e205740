-- Questions that users were sent to a vendor with, and whose answers are awaited. Callers choose
-- states as they like, so a question is found by the SHA-256 of its state, element, application and
-- callback together; none of them is stored. Whoever was sent to a vendor while this was carried
-- out is sent there again.
create table if not exists pending_question (
    fingerprint varchar(64) not null,
    verifier_sealed bytea not null,
    -- Which data key sealed it.
    key_id integer not null,
    -- The same question may be asked again before it is answered.
    answers bigint not null,
    expires_at timestamp(6) with time zone not null,
    constraint pending_question_pk primary key (fingerprint)
);

create index if not exists pending_question_by_end on pending_question (expires_at);

drop table if exists pending_authorization;
