package io.valence.adapters.persistence;

import io.valence.domain.authorization.Pending;
import io.valence.domain.authorization.PendingAuthorizations;
import io.valence.domain.authorization.Question;
import io.valence.domain.secret.Fingerprint;
import io.valence.domain.secret.Secret;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.time.Instant;
import java.util.Optional;

/** Awaited answers in their table, found by the fingerprint of their question. */
final class JdbiPendingAuthorizations implements PendingAuthorizations {
    private static final String FORGET_EXPIRED =
            """
            delete from pending_question
             where expires_at <= :now
            """;

    private static final String COUNT =
            """
            select count(*)
              from pending_question
            """;

    private static final String AWAIT_ANOTHER =
            """
            update pending_question
               set answers = answers + 1,
                   expires_at = greatest(expires_at, cast(:expiresAt as timestamp(6) with time zone))
             where fingerprint = :question
            """;

    private static final String ADD =
            """
            insert into pending_question (fingerprint, verifier_sealed, key_id, answers, expires_at)
            values (:question, :verifier, :keyId, 1, :expiresAt)
            on conflict do nothing
            """;

    private static final String VERIFIER =
            """
            select verifier_sealed
              from pending_question
             where fingerprint = :question
            """;

    /** Locked, so that what is forgotten next is what was read. */
    private static final String FIND =
            """
            select verifier_sealed
              from pending_question
             where fingerprint = :question
               and expires_at > :now
               for update
            """;

    private static final String AWAIT_ONE_LESS =
            """
            update pending_question
               set answers = answers - 1
             where fingerprint = :question
               and answers > 1
            """;

    private static final String FORGET =
            """
            delete from pending_question
             where fingerprint = :question
            """;

    private final Jdbi jdbi;
    private final Sealing sealing;

    JdbiPendingAuthorizations(Jdbi jdbi, Sealing sealing) {
        this.jdbi = jdbi;
        this.sealing = sealing;
    }

    @Override
    public Optional<Secret> await(Pending pending, Instant now, int most) {
        Fingerprint question = pending.question().fingerprint();
        return jdbi.inTransaction(
                handle -> {
                    handle.createUpdate(FORGET_EXPIRED)
                            .bind("now", Statements.moment(now))
                            .execute();
                    if (awaitAnother(handle, question, pending)) {
                        return verifier(handle, question);
                    }
                    return hasRoom(handle, most)
                            ? add(handle, question, pending)
                            : Optional.empty();
                });
    }

    private static boolean awaitAnother(Handle handle, Fingerprint question, Pending pending) {
        return handle.createUpdate(AWAIT_ANOTHER)
                        .bind("question", question.hex())
                        .bind("expiresAt", Statements.moment(pending.expiresAt()))
                        .execute()
                == 1;
    }

    private Optional<Secret> verifier(Handle handle, Fingerprint question) {
        return handle.createQuery(VERIFIER)
                .bind("question", question.hex())
                .map((row, _) -> opened(row.getBytes(1), question))
                .findOne();
    }

    private Secret opened(byte[] sealed, Fingerprint question) {
        return sealing.open(sealed, Binding.ofVerifier(question));
    }

    /** Counted without a lock: of those who come at the same moment, a few may be too many. */
    private static boolean hasRoom(Handle handle, int most) {
        return handle.createQuery(COUNT).mapTo(long.class).one() < most;
    }

    /** If somebody else asks the same just now, theirs is the verifier. */
    private Optional<Secret> add(Handle handle, Fingerprint question, Pending pending) {
        boolean added =
                handle.createUpdate(ADD)
                                .bind("question", question.hex())
                                .bind(
                                        "verifier",
                                        sealing.seal(
                                                pending.verifier(), Binding.ofVerifier(question)))
                                .bind("keyId", sealing.keyId())
                                .bind("expiresAt", Statements.moment(pending.expiresAt()))
                                .execute()
                        == 1;
        if (added) {
            return Optional.of(pending.verifier());
        }
        awaitAnother(handle, question, pending);
        return verifier(handle, question);
    }

    @Override
    public Optional<Secret> take(Question asked, Instant now) {
        Fingerprint question = asked.fingerprint();
        return jdbi.inTransaction(
                handle -> {
                    Optional<Secret> found =
                            handle.createQuery(FIND)
                                    .bind("question", question.hex())
                                    .bind("now", Statements.moment(now))
                                    .map((row, _) -> opened(row.getBytes(1), question))
                                    .findOne();
                    return found.filter(
                            _ ->
                                    changes(handle, AWAIT_ONE_LESS, question)
                                            || changes(handle, FORGET, question));
                });
    }

    private static boolean changes(Handle handle, String statement, Fingerprint question) {
        return handle.createUpdate(statement).bind("question", question.hex()).execute() == 1;
    }
}
